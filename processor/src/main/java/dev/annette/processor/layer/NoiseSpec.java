package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.RandomStream;
import dev.annette.rule.NumberRule;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/**
 * Noise on what a layer hands on, of a strength that a run can override.
 *
 * @param kind its name in descriptions, its annotation in lower camel case
 * @param strength a rate or a standard deviation
 * @param rule what that keeps
 * @param purpose the constant of the runtime's {@code Purpose} that its random numbers are for
 * @param effect what lints go by
 * @param op makes the operation, from the strength and the stream of random numbers
 * @param source the declaration as written
 * @param origin where it is declared
 */
public record NoiseSpec(
    String kind,
    double strength,
    NumberRule rule,
    String purpose,
    Noise effect,
    BiFunction<Hyper, RandomStream, Op> op,
    String source,
    Origin origin)
    implements ModifierSpec {
  static NoiseSpec read(
      String kind,
      NumberRule rule,
      String purpose,
      DoubleFunction<Noise> effect,
      BiFunction<Hyper, RandomStream, Op> op,
      Attributes attributes) {
    double strength = attributes.number("value", rule);
    return new NoiseSpec(
        kind,
        strength,
        rule,
        purpose,
        effect.apply(strength),
        op,
        attributes.source("value"),
        attributes.origin("value"));
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described().with("value", strength).map();
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of();
  }

  @Override
  public Optional<Noise> noise() {
    return strength == 0 ? Optional.empty() : Optional.of(effect);
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public void lower(LayerBuilder layer) {
    Hyper hyper = layer.hyper(kind, strength, rule.name(), source);
    layer.apply(op.apply(hyper, layer.random(purpose)), layer.inputWidth());
  }
}
