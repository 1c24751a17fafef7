package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.PenaltyTerm;
import java.util.Locale;

/** What penalties have in common whose λ means what a {@link PenaltyScaling} says. */
abstract class ScaledPenalty implements PenaltyTerm {
  private final Hyperparameter strength;
  private final PenaltyScaling scaling;

  ScaledPenalty(Hyperparameter strength, PenaltyScaling scaling) {
    this.strength = strength;
    this.scaling = scaling;
  }

  @Override
  public final Hyperparameter strength() {
    return strength;
  }

  @Override
  public final String scaling() {
    return scaling.name().toLowerCase(Locale.ROOT);
  }

  final PenaltyScaling convention() {
    return scaling;
  }

  @Override
  public final boolean needsExamples() {
    return scaling.needsExamples();
  }

  @Override
  public final boolean needsBatchRows() {
    return scaling == PenaltyScaling.SKLEARN_MLP;
  }
}
