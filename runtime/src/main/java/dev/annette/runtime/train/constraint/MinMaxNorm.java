package dev.annette.runtime.train.constraint;

/** The norms of columns go a share of the way into a range; columns of zeros stay. */
public final class MinMaxNorm extends ColumnNorm {
  private final double min;
  private final double max;
  private final double rate;

  /**
   * Creates a range for the columns of a matrix {@code [rows, columns]}.
   *
   * @param min the smallest norm, at least 0
   * @param max the largest norm, at least min
   * @param rate the share of the way, above 0 and at most 1
   */
  public MinMaxNorm(int rows, int columns, double min, double max, double rate) {
    super(rows, columns);
    this.min = min;
    this.max = max;
    this.rate = rate;
  }

  @Override
  double target(double norm) {
    double nearest = Math.max(min, Math.min(norm, max));
    return rate * nearest + (1 - rate) * norm;
  }
}
