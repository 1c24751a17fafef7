package dev.annette.runtime.rows;

/**
 * Mean 0 and deviation 1, of the population. A feature that never changes keeps its unit, so it
 * becomes 0. Sums are taken in the order of the rows, the mean first and the deviations from it in
 * a second pass.
 */
public record StandardScaling() implements FeatureScaling {
  @Override
  public FeatureMeasure<Scale> measure() {
    return new Measure();
  }

  /** Returns the scale of a feature with this mean and deviation. */
  public static Scale of(double mean, double deviation) {
    // the rounding of a mean in double precision is no deviation
    boolean isConstant = deviation <= 1e-12 * Math.abs(mean);
    return new Scale(mean, isConstant ? 1 : 1 / deviation);
  }

  /** The mean in the first pass, the deviation from it in the second. */
  private static final class Measure implements FeatureMeasure<Scale> {
    private long rows;
    private double mean;
    private double squares;
    private boolean hasMean;

    @Override
    public void add(float feature) {
      if (hasMean) {
        squares += (feature - mean) * (feature - mean);
      } else {
        mean += feature;
        rows++;
      }
    }

    @Override
    public boolean endPass() {
      if (!hasMean) {
        mean /= rows;
        hasMean = true;
        return true;
      }
      return false;
    }

    @Override
    public Scale result() {
      return of(mean, Math.sqrt(squares / rows));
    }
  }
}
