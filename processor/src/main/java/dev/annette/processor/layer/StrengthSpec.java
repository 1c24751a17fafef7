package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import dev.annette.rule.NumberRule;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * A penalty or decay whose strength has one meaning, whatever scaling the network has.
 *
 * @param kind its name in descriptions, its annotation in lower camel case
 * @param strength the declared number
 * @param rule what it keeps
 * @param described its other numbers
 * @param onBias whether it acts on biases too
 * @param sum what the strength multiplies, in ASCII
 * @param term makes the object that adds it to a parameter, from the strength
 * @param declared the annotation
 */
record StrengthSpec(
    String kind,
    double strength,
    NumberRule rule,
    Described described,
    boolean onBias,
    String sum,
    BiFunction<Operand, Value, RuntimeObject> term,
    Attributes declared)
    implements ModifierSpec {

  /** Returns a penalty on weights alone. */
  static StrengthSpec penalty(
      String kind,
      Described described,
      String sum,
      BiFunction<Operand, Value, RuntimeObject> term,
      Attributes attributes) {
    return new StrengthSpec(
        kind,
        attributes.number("value", NumberRule.PENALTY),
        NumberRule.PENALTY,
        described,
        false,
        sum,
        term,
        attributes);
  }

  @Override
  public String source() {
    return declared.source("value");
  }

  @Override
  public Origin origin() {
    return declared.origin("value");
  }

  @Override
  public String source(Parameter.Role role) {
    return role == Parameter.Role.BIAS ? declared.source("bias") : source();
  }

  @Override
  public Origin origin(Parameter.Role role) {
    return role == Parameter.Role.BIAS ? declared.origin("bias") : origin();
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return described.with("value", strength).map();
  }

  @Override
  public Set<Parameter.Role> roles() {
    return onBias
        ? Set.of(Parameter.Role.WEIGHT, Parameter.Role.BIAS)
        : Set.of(Parameter.Role.WEIGHT);
  }

  @Override
  public boolean isPenalty() {
    return true;
  }

  /** A decay does; the angles that an orthogonal penalty looks at know no size. */
  @Override
  public boolean shrinksWeights() {
    return rule == NumberRule.WEIGHT_DECAY && strength != 0;
  }

  @Override
  public Optional<Penalty> penalty(Parameter.Role role, Value value, LayerBuilder layer) {
    if (!roles().contains(role)) {
      return Optional.empty();
    }
    Hyper hyper = layer.hyper(kind, strength, rule.name(), source());
    RuntimeObject object = term.apply(new Operand.Overridable(hyper), value);
    return Optional.of(new Penalty(kind, hyper, null, object, "\u03bb", sum));
  }
}
