package dev.annette.runtime.metric;

/** The mean of numbers that count more or less: {@code Σ wᵢ·xᵢ / Σ wᵢ}. */
final class WeightedMean {
  private double sum;
  private double weights;

  void add(double value, double weight) {
    sum += weight * value;
    weights += weight;
  }

  /** Returns the mean; NaN if nothing counts. */
  double value() {
    return sum / weights;
  }

  /** Returns how much has been added. */
  double weight() {
    return weights;
  }
}
