package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.train.Hyperparameter;

/** A penalty whose λ means what a {@link PenaltyScaling} says of L1. */
abstract class ScaledAsL1 extends ScaledPenalty {
  ScaledAsL1(Hyperparameter strength, PenaltyScaling scaling) {
    super(strength, scaling);
  }

  @Override
  public final String formula() {
    return convention().l1Formula();
  }

  @Override
  public final double effective(PenaltyBasis basis) {
    return convention().effectiveL1(strength().value(), basis);
  }
}
