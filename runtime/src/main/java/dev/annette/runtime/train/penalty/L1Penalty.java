package dev.annette.runtime.train.penalty;

import dev.annette.L1Method;
import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Remark;
import java.util.Optional;

/**
 * {@code b·Σ|w|}: a soft threshold after the optimizer's step, in its metric, or {@code b·sign(w)}
 * within it, for the effective strength b.
 */
public final class L1Penalty extends ScaledAsL1 {
  private final L1Method method;

  /** Creates a penalty with a strength, what it means, and how it enters the update. */
  public L1Penalty(Hyperparameter strength, PenaltyScaling scaling, L1Method method) {
    super(strength, scaling);
    this.method = method;
  }

  @Override
  public String kind() {
    return "l1";
  }

  @Override
  public AtZero atZero() {
    return AtZero.KINK;
  }

  @Override
  public boolean makesZeros() {
    return method == L1Method.PROXIMAL;
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    double magnitudes = 0;
    for (float value : values) {
      magnitudes += Math.abs(value);
    }
    return effective(basis) * magnitudes;
  }

  /** Adds {@code b·sign(w)}, with sign(0) = 0. */
  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    double b = effective(basis);
    for (int i = 0; i < values.length; i++) {
      gradient[from + i] += b * Math.signum(values[i]);
    }
  }

  @Override
  public void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {
    coefficients.addL1(effective(basis), method == L1Method.PROXIMAL);
  }

  @Override
  public Optional<Remark> caution(Optimizer optimizer) {
    String way = method == L1Method.PROXIMAL ? "another optimizer" : "method = PROXIMAL";
    return method == L1Method.PROXIMAL && optimizer.proximal()
        ? Optional.empty()
        : Optional.of(
            Remark.Kind.INEXACT_ZEROS.says(
                "its subgradient joins that of the data, so weights come close to 0 without"
                    + " reaching it; "
                    + way
                    + " makes them exactly 0"));
  }
}
