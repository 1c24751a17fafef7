package dev.annette.runtime.metric;

/**
 * How well a class is told from the others, or a mean of this over classes.
 *
 * @param precision the share of the rows taken for the class that are of it; 0 if none was
 * @param recall the share of the rows of the class that were taken for it; 0 if there are none
 * @param f1 the harmonic mean of both; 0 if both are 0
 * @param support the sum of the weights of the rows of the class
 */
public record ClassScores(double precision, double recall, double f1, double support) {

  /** Returns the scores of these sums of weights. */
  static ClassScores of(double right, double predicted, double actual) {
    return new ClassScores(
        ratio(right, predicted),
        ratio(right, actual),
        ratio(2 * right, predicted + actual),
        actual);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
