package dev.annette.runtime.rows;

/** The mean of the others; summed in the order of the rows. */
public record MeanFilling() implements FeatureFilling {
  @Override
  public FeatureMeasure<Double> measure() {
    return new Measure();
  }

  /** The mean, in one pass. */
  private static final class Measure implements FeatureMeasure<Double> {
    private double sum;
    private long rows;

    @Override
    public void add(float feature) {
      sum += feature;
      rows++;
    }

    @Override
    public boolean endPass() {
      return false;
    }

    @Override
    public Double result() {
      return sum / rows;
    }
  }
}
