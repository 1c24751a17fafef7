package dev.annette.runtime.metric;

/**
 * The logarithm of {@code p / (1 − p)} for the probability of a class, {@code z[k] − log Σ[j≠k] exp
 * z[j]}. Rows are ranked by it, since it still tells probabilities apart that are rounded to 1.
 */
final class LogOdds {
  private LogOdds() {}

  /**
   * Writes the log odds of every class.
   *
   * @param logits {@code [classes]} from a place on; two at least
   * @param odds {@code [classes]} out
   */
  static void write(float[] logits, int from, int classes, float[] odds) {
    int best = Scores.largest(logits, from, classes);
    float largest = logits[from + best];
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < classes; i++) {
      second = i == best ? second : Math.max(second, logits[from + i]);
    }
    double below = 0; // Σ exp(z − second) of all but the largest
    double others = 0; // Σ exp(z − largest) of the same
    for (int i = 0; i < classes; i++) {
      below += i == best ? 0 : Math.exp(logits[from + i] - second);
      others += i == best ? 0 : Math.exp(logits[from + i] - (double) largest);
    }
    for (int i = 0; i < classes; i++) {
      double without = 1 + (others - Math.exp(logits[from + i] - (double) largest));
      odds[i] = (float) (logits[from + i] - (double) largest - Math.log(without));
    }
    odds[best] = (float) (largest - second - Math.log(below));
  }

  /** Returns the probability that has these log odds. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
