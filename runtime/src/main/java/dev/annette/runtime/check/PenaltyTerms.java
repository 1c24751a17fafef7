package dev.annette.runtime.check;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.model.TensorDescription.Role;

/**
 * The effective strengths of a network's penalties.
 *
 * @param basis what they depend on besides their λ
 */
public record PenaltyTerms(PenaltyBasis basis) {

  /** Returns whether a penalty acts on a tensor: on weights, and on biases if it says so. */
  boolean actsOn(ModifierDescription modifier, TensorDescription tensor) {
    return tensor.role() == Role.WEIGHT
        || (tensor.role() == Role.BIAS && Attribute.flag(modifier.attributes(), "bias"));
  }

  /** Returns a of {@code ½·a·Σw²}. */
  double effectiveL2(ModifierDescription modifier) {
    return scaling(modifier).effectiveL2(lambda(modifier), basis);
  }

  /** Returns b of {@code b·Σ|w|}. */
  double effectiveL1(ModifierDescription modifier) {
    return scaling(modifier).effectiveL1(lambda(modifier), basis);
  }

  private static double lambda(ModifierDescription modifier) {
    return Attribute.number(modifier.kind(), modifier.attributes(), "value");
  }

  private static PenaltyScaling scaling(ModifierDescription modifier) {
    return Attribute.choice(modifier.attributes(), "scaling", PenaltyScaling.NETWORK);
  }
}
