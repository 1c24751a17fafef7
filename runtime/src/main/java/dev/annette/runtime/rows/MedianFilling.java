package dev.annette.runtime.rows;

import java.util.Arrays;

/** The median of the others: the middle one, or the mean of the two in the middle. */
public record MedianFilling() implements FeatureFilling {
  @Override
  public double of(double[] present) {
    double[] sorted = present.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }
}
