package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.PenaltyTerm;
import dev.annette.runtime.train.Remark;
import java.util.Optional;

/**
 * Decoupled weight decay: {@code w ← (1 − η·ω)·w} within the optimizer's step. It is no part of the
 * loss, so its value and gradient are 0.
 */
public final class Decay implements PenaltyTerm {
  private final Hyperparameter strength;

  /** Creates a decay ω. */
  public Decay(Hyperparameter strength) {
    this.strength = strength;
  }

  @Override
  public String kind() {
    return "weightDecay";
  }

  @Override
  public Hyperparameter strength() {
    return strength;
  }

  @Override
  public String scaling() {
    return "decoupled";
  }

  @Override
  public String formula() {
    return "λ";
  }

  @Override
  public double effective(PenaltyBasis basis) {
    return strength.value();
  }

  @Override
  public boolean isPartOfLoss() {
    return false;
  }

  @Override
  public AtZero atZero() {
    return AtZero.FLAT;
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    return 0;
  }

  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    // the loss does not contain it
  }

  @Override
  public void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {
    coefficients.addWeightDecay(strength.value());
  }

  @Override
  public String actsOn() {
    return "times the learning rate, off every weight in each step";
  }

  @Override
  public Optional<Remark> caution(Optimizer optimizer) {
    double own = optimizer.weightDecay();
    return own == 0
        ? Optional.empty()
        : Optional.of(
            Remark.Kind.ADDED_DECAY.says(
                "the weight decay %s of %s acts as well, %s together; withWeightDecay(0) leaves this"
                        .formatted(
                            NumberRule.number(own),
                            optimizer.name(),
                            NumberRule.number(own + strength.value()))
                    + " one"));
  }

  @Override
  public double shrinkage(Optimizer optimizer, PenaltyBasis basis) {
    return optimizer.learningRate() * (strength.value() + optimizer.weightDecay());
  }
}
