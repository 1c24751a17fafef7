package dev.annette.runtime.train.constraint;

import dev.annette.runtime.train.Hyperparameter;

/** The norms of columns go a share of the way into a range; columns of zeros stay. */
public final class MinMaxNorm extends ColumnNorm {
  private final double min;
  private final double max;
  private final Hyperparameter rate;

  /**
   * Creates a range for the columns of a matrix {@code [rows, columns]}.
   *
   * @param min the smallest norm, at least 0
   * @param max the largest norm, at least min
   * @param rate the share of the way, from 0, which leaves norms as they are, to 1
   */
  public MinMaxNorm(int rows, int columns, double min, double max, Hyperparameter rate) {
    super(rows, columns);
    this.min = min;
    this.max = max;
    this.rate = rate;
  }

  @Override
  double target(double norm) {
    double nearest = Math.max(min, Math.min(norm, max));
    double share = rate.value();
    return share * nearest + (1 - share) * norm;
  }
}
