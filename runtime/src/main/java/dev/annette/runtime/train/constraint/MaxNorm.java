package dev.annette.runtime.train.constraint;

/** Columns of a norm above a bound shrink to it (Srivastava et al. 2014, §5.1). */
public final class MaxNorm extends ColumnNorm {
  private final double bound;

  /** Creates a bound above 0 for the columns of a matrix {@code [rows, columns]}. */
  public MaxNorm(int rows, int columns, double bound) {
    super(rows, columns);
    this.bound = bound;
  }

  @Override
  double target(double norm) {
    return Math.min(norm, bound);
  }
}
