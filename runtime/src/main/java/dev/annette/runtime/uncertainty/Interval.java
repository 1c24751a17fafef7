package dev.annette.runtime.uncertainty;

/**
 * What lies between two numbers, both included.
 *
 * @param low the smaller
 * @param high the larger
 */
public record Interval(double low, double high) {
  /** Returns whether a number lies in it. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Returns how far its ends are apart. */
  public double width() {
    return high - low;
  }
}
