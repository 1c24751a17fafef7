package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.op.ActivityOp;
import dev.annette.rule.NumberRule;
import java.util.Set;
import java.util.SortedMap;

/**
 * A penalty on what a layer hands on.
 *
 * @param kind its name in descriptions, its annotation in lower camel case
 * @param sum what is penalised
 * @param lambda the strength
 * @param source the declaration as written
 * @param origin where it is declared
 */
public record ActivitySpec(
    String kind, ActivityOp.Sum sum, double lambda, String source, Origin origin)
    implements ModifierSpec {
  static ActivitySpec read(String kind, ActivityOp.Sum sum, Attributes attributes) {
    return new ActivitySpec(
        kind,
        sum,
        attributes.number("value", NumberRule.PENALTY),
        attributes.source("value"),
        attributes.origin("value"));
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described().with("value", lambda).map();
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of();
  }

  @Override
  public boolean isPenalty() {
    return true;
  }

  @Override
  public boolean penalisesOutputs() {
    return true;
  }

  @Override
  public boolean beforeNoise() {
    return true;
  }

  @Override
  public void lower(LayerBuilder layer) {
    Hyper strength = layer.hyper(kind, lambda, NumberRule.PENALTY.name(), source);
    layer.apply(new ActivityOp(sum, kind, strength), layer.inputWidth());
  }
}
