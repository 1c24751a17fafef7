package dev.annette.processor.layer;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
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

/**
 * An L1 or L2 penalty with its numbers.
 *
 * @param kind {@code l1} or {@code l2}
 * @param lambda the strength
 * @param scaling what the strength means; NETWORK where the network says
 * @param method how L1 enters the update; null for L2
 * @param onBias whether biases are penalised too
 * @param declared the annotation
 */
public record PenaltySpec(
    String kind,
    double lambda,
    PenaltyScaling scaling,
    L1Method method,
    boolean onBias,
    Attributes declared)
    implements ModifierSpec {
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
    Described described = new Described().with("value", lambda).with("bias", onBias);
    if (method != null) {
      described.with("method", method);
    }
    return described.map();
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
    Operand overridable = new Operand.Overridable(strength);
    Operand choice = new Operand.Choice(meaning);
    return Optional.of(
        method == null
            ? new Penalty(
                kind,
                strength,
                meaning,
                RuntimeObject.penalty("L2Penalty", overridable, choice),
                meaning.l2Formula(),
                "sum(w^2)/2")
            : new Penalty(
                kind,
                strength,
                meaning,
                RuntimeObject.penalty("L1Penalty", overridable, choice, new Operand.Choice(method)),
                meaning.l1Formula(),
                "sum(|w|)"));
  }

  /** Returns whether the scaling, once the network's is filled in, says what this kind means. */
  public boolean isDefinedBy(PenaltyScaling meaning) {
    return method == null ? meaning.definesL2() : meaning.definesL1();
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
    return meaning == PenaltyScaling.SKLEARN_LOGISTIC
        ? NumberRule.INVERSE_PENALTY
        : NumberRule.PENALTY;
  }
}
