package dev.annette.runtime.train;

/**
 * A search along a direction for a step that makes the objective enough smaller and its slope
 * enough flatter: the weak conditions of Wolfe, by doubling and halving (Lewis and Overton 2013).
 */
final class LineSearch {
  private static final double ENOUGH_SMALLER = 1e-4;
  private static final double ENOUGH_FLATTER = 0.9;
  private static final int MOST_TRIALS = 40;

  private final SmoothObjective objective;
  private final double[] from;
  private final double start;
  private final double slope;
  private final double[] direction;
  private double[] point;
  private double[] gradient;
  private double value;

  LineSearch(
      SmoothObjective objective,
      double[] from,
      double value,
      double[] gradient,
      double[] direction) {
    this.objective = objective;
    this.from = from;
    this.start = value;
    this.slope = Vectors.dot(gradient, direction);
    this.direction = direction;
  }

  /**
   * Returns whether a point with a smaller objective was found; it is then {@link #point()}. An
   * interrupted thread searches no further.
   */
  boolean run(double firstLength) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = firstLength;
    for (int trial = 0; trial < MOST_TRIALS && slope < 0; trial++) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      double[] tried = from.clone();
      Vectors.add(tried, length, direction);
      double[] triedGradient = new double[from.length];
      double triedValue = objective.at(tried, triedGradient);
      boolean smaller = triedValue <= start + ENOUGH_SMALLER * length * slope;
      if (smaller && triedValue < start) {
        point = tried;
        gradient = triedGradient;
        value = triedValue;
      }
      if (!smaller) {
        high = length;
      } else if (Vectors.dot(triedGradient, direction) < ENOUGH_FLATTER * slope) {
        low = length;
      } else {
        break;
      }
      length = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
    }
    return point != null;
  }

  double[] point() {
    return point;
  }

  double[] gradient() {
    return gradient;
  }

  double value() {
    return value;
  }
}
