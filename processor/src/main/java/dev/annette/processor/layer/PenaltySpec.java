package dev.annette.processor.layer;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
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
 * @param source the declaration as written
 * @param origin the place of the strength
 * @param scalingOrigin the place of the scaling
 */
public record PenaltySpec(
    String kind,
    double lambda,
    PenaltyScaling scaling,
    L1Method method,
    boolean onBias,
    String source,
    Origin origin,
    Origin scalingOrigin)
    implements ModifierSpec {
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
  public Optional<Penalty> penalty(Parameter.Role role, LayerBuilder layer) {
    if (!roles().contains(role)) {
      return Optional.empty();
    }
    PenaltyScaling meaning = layer.scaling(scaling);
    Hyper strength = layer.hyper(kind, lambda, rule(meaning).name(), source);
    return Optional.of(new Penalty(kind, strength, meaning, method));
  }

  /** Returns whether the scaling, once the network's is filled in, says what this kind means. */
  public boolean isDefinedBy(PenaltyScaling meaning) {
    return method == null ? meaning.definesL2() : meaning.definesL1();
  }

  /** Returns the rule that the strength keeps under a scaling. */
  public static NumberRule rule(PenaltyScaling meaning) {
    return meaning == PenaltyScaling.SKLEARN_LOGISTIC
        ? NumberRule.INVERSE_PENALTY
        : NumberRule.PENALTY;
  }
}
