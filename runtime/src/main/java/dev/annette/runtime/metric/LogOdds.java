package dev.annette.runtime.metric;

/**
 * The logarithm of {@code p / (1 − p)} for the probability of a class, {@code z[k] − log Σ[j≠k] exp
 * z[j]}. Rows are ranked by it, since it still tells probabilities apart that are rounded to 1.
 */
final class LogOdds {
  private LogOdds() {}

  /**
   * Returns the log odds of a class.
   *
   * @param logits {@code [classes]} from a place on; two at least
   */
  static float of(float[] logits, int from, int classes, int label) {
    if (classes == 2) {
      return (float) ((double) logits[from + label] - logits[from + 1 - label]);
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < classes; i++) {
      largest = i == label ? largest : Math.max(largest, logits[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += i == label ? 0 : Math.exp(logits[from + i] - largest);
    }
    return (float) (logits[from + label] - largest - Math.log(sum));
  }

  /** Returns the probability that has these log odds. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
