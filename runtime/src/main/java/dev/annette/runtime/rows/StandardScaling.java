package dev.annette.runtime.rows;

/**
 * Mean 0 and deviation 1, of the population. A feature that never changes keeps its unit, so it
 * becomes 0. Sums are taken in the order of the rows, the mean first and the deviations from it in
 * a second pass.
 */
public record StandardScaling() implements FeatureScaling {
  @Override
  public Scale of(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return of(mean, Math.sqrt(squares / values.length));
  }

  /** Returns the scale of a feature with this mean and deviation. */
  public static Scale of(double mean, double deviation) {
    // the rounding of a mean in double precision is no deviation
    boolean isConstant = deviation <= 1e-12 * Math.abs(mean);
    return new Scale(mean, isConstant ? 1 : 1 / deviation);
  }
}
