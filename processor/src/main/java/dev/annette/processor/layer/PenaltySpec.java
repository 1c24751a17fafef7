package dev.annette.processor.layer;

import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.Value;
import dev.annette.rule.NumberRule;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A penalty on parameters, whose λ follows a scaling.
 *
 * @param kind its name in descriptions, its annotation in lower camel case
 * @param form what it adds to the loss
 * @param lambda the strength
 * @param scaling what the strength means; NETWORK where the network says
 * @param described its other numbers
 * @param onBias whether biases are penalised too
 * @param declared the annotation
 */
public record PenaltySpec(
    String kind,
    PenaltyForm form,
    double lambda,
    PenaltyScaling scaling,
    Described described,
    boolean onBias,
    Attributes declared)
    implements ModifierSpec {
  /** Reads strength and scaling of an annotation. */
  static PenaltySpec read(
      String kind, PenaltyForm form, Described described, boolean onBias, Attributes attributes) {
    return new PenaltySpec(
        kind,
        form,
        attributes.number("value"),
        attributes.constant("scaling", PenaltyScaling.class),
        described,
        onBias,
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
    return described.with("value", lambda).map();
  }

  @Override
  public Set<Parameter.Role> roles() {
    return onBias
        ? Set.of(Parameter.Role.WEIGHT, Parameter.Role.BIAS)
        : Set.of(Parameter.Role.WEIGHT);
  }

  @Override
  public Optional<Penalty> penalty(Parameter.Role role, Value value, LayerBuilder layer) {
    if (!roles().contains(role)) {
      return Optional.empty();
    }
    PenaltyScaling meaning = layer.scaling(scaling);
    Hyper strength = layer.hyper(kind, lambda, rule(meaning).name(), source());
    return Optional.of(
        new Penalty(
            kind,
            strength,
            meaning,
            form.term(new Operand.Overridable(strength), new Operand.Choice(meaning), value),
            form.isSquare() ? meaning.l2Formula() : meaning.l1Formula(),
            form.sum()));
  }

  @Override
  public boolean isPenalty() {
    return true;
  }

  @Override
  public boolean shrinksWeights() {
    return lambda != 0 && form.isSquare();
  }

  /** Returns whether the scaling, once the network's is filled in, says what this kind means. */
  public boolean isDefinedBy(PenaltyScaling meaning) {
    return form.isSquare() ? meaning.definesL2() : meaning.definesL1();
  }

  /** Returns what it is called, with its article: {@code an L1 penalty}. */
  public String noun() {
    return form.noun();
  }

  /** Returns why a loss cannot be used with a scaling that does not fit it, and what can. */
  public static String misfit(PenaltyScaling meaning, Loss loss) {
    return meaning
        + " belongs to "
        + (meaning == PenaltyScaling.SKLEARN_LOGISTIC ? "a cross-entropy" : "a squared error")
        + ", but the loss is "
        + loss
        + ". Take another scaling, such as TEXTBOOK.";
  }

  /** Returns the rule that the strength keeps under a scaling. */
  public static NumberRule rule(PenaltyScaling meaning) {
    return meaning.isInverse() ? NumberRule.INVERSE_PENALTY : NumberRule.PENALTY;
  }
}
