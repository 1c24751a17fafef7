package dev.annette.runtime.metric;

/**
 * How well an output gives a number, in the unit of the target.
 *
 * @param output what the number is
 * @param mse the mean squared error
 * @param mae the mean absolute error
 * @param r2 the share of the variance that is explained; see {@link RSquared}
 */
public record NumberScores(String output, double mse, double mae, double r2) {

  /** Returns the root of the mean squared error. */
  public double rmse() {
    return Math.sqrt(mse);
  }
}
