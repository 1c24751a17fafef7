package dev.annette.runtime.train.constraint;

import dev.annette.runtime.train.Hyperparameter;

/** Columns of a norm above a bound shrink to it (Srivastava et al. 2014, §5.1). */
public final class MaxNorm extends ColumnNorm {
  private final Hyperparameter bound;

  /**
   * Creates a bound for the columns of a matrix {@code [rows, columns]}.
   *
   * @param bound the largest norm, above 0; the largest number binds none
   */
  public MaxNorm(int rows, int columns, Hyperparameter bound) {
    super(rows, columns);
    this.bound = bound;
  }

  @Override
  double target(double norm) {
    return Math.min(norm, bound.value());
  }
}
