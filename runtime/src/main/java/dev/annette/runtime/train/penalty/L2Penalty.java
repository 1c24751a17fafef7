package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Remark;
import java.util.Optional;

/**
 * {@code ½·a·Σw²}: {@code a·w} is added to the gradient within the optimizer's step, for the
 * effective strength a.
 */
public final class L2Penalty extends ScaledPenalty {

  /** Creates a penalty with a strength and what it means. */
  public L2Penalty(Hyperparameter strength, PenaltyScaling scaling) {
    super(strength, scaling);
  }

  @Override
  public String kind() {
    return "l2";
  }

  @Override
  public String formula() {
    return convention().l2Formula();
  }

  @Override
  public double effective(PenaltyBasis basis) {
    return convention().effectiveL2(strength().value(), basis);
  }

  @Override
  public boolean isSmooth() {
    return true;
  }

  @Override
  public AtZero atZero() {
    return AtZero.FLAT;
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return 0.5 * effective(basis) * squares;
  }

  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    double a = effective(basis);
    for (int i = 0; i < values.length; i++) {
      gradient[from + i] += a * values[i];
    }
  }

  @Override
  public void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {
    coefficients.addL2(effective(basis));
  }

  @Override
  public Optional<Remark> caution(Optimizer optimizer) {
    return optimizer.adaptive()
        ? Optional.of(
            Remark.Kind.ADAPTIVE_L2.says(
                "its gradient is divided by the running size of the gradients, so the weights that"
                    + " move most shrink least; AdamW shrinks all alike"))
        : Optional.empty();
  }

  @Override
  public double shrinkage(Optimizer optimizer, PenaltyBasis basis) {
    return optimizer.reach() * optimizer.learningRate() * effective(basis);
  }
}
