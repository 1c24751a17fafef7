package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/**
 * The share of the targets' variance that the outputs explain: {@code 1 − Σ w·(output − target)² /
 * Σ w·(target − mean)²}, averaged over the outputs.
 *
 * <p>1 is perfect, 0 is as good as the mean. Targets that never vary count 1 if all outputs are
 * right and 0 if not, as in scikit-learn's {@code r2_score}.
 */
public final class RSquared implements Metric {
  private final double[] errors; // Σ w·(output − target)²
  private final double[] means; // of the targets so far
  private final double[] deviations; // Σ w·(target − mean)²
  private double weights;

  /** Starts with no rows, each of which has so many outputs. */
  public RSquared(int outputs) {
    errors = new double[outputs];
    means = new double[outputs];
    deviations = new double[outputs];
  }

  /** Adds a row; mean and deviations are updated together (West 1979), which loses no digits. */
  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    double weight = rows.weight(row);
    if (weight == 0) {
      return;
    }
    weights += weight;
    for (int i = 0; i < errors.length; i++) {
      double target = rows.target(row, i);
      double error = logits[from + i] - target;
      double distance = target - means[i];
      errors[i] += weight * error * error;
      means[i] += weight / weights * distance;
      deviations[i] += weight * distance * (target - means[i]);
    }
  }

  @Override
  public double value() {
    double sum = 0;
    for (int i = 0; i < errors.length; i++) {
      sum += value(i);
    }
    return sum / errors.length;
  }

  /** Returns the share of one output; NaN before the first row. */
  double value(int output) {
    if (weights == 0) {
      return Double.NaN;
    }
    if (deviations[output] > 0) {
      return 1 - errors[output] / deviations[output];
    }
    return errors[output] == 0 ? 1 : 0;
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }
}
