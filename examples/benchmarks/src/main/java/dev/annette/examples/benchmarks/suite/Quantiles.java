package dev.annette.examples.benchmarks.suite;

import java.util.Arrays;
import java.util.Locale;

/**
 * The middle of many measurements.
 *
 * @param low a quarter is below
 * @param median half is below
 * @param high a quarter is above
 */
record Quantiles(double low, double median, double high) {

  static Quantiles of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  /** Returns the value that a share of the sorted values is below, between two of them. */
  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Returns half of the distance between the quartiles, as a share of the median. */
  double spread() {
    return (high - low) / (2 * median);
  }

  /** Returns a number with three digits. */
  static String digits(double value) {
    if (value >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
