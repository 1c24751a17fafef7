package dev.annette.runtime.rows;

/** The mean of the others; summed in the order of the rows. */
public record MeanFilling() implements FeatureFilling {
  @Override
  public double of(double[] present) {
    double sum = 0;
    for (double value : present) {
      sum += value;
    }
    return sum / present.length;
  }
}
