package dev.annette.runtime.selection;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The λ of a path, from the strongest to the weakest.
 *
 * @param first the first; 0 if it is to be found
 * @param ratio the last as a part of the first
 * @param points how many there are
 * @param given all of them; empty if they follow from the others
 */
record PathGrid(double first, double ratio, int points, double[] given) {

  PathGrid from(double largest) {
    if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a path from λ = %s: λ must be above 0 and finite".formatted(largest));
    }
    return new PathGrid(largest, ratio, points, given);
  }

  PathGrid withRatio(double lastOfFirst) {
    if (!(lastOfFirst > 0 && lastOfFirst < 1)) {
      throw new IllegalArgumentException(
          "a ratio of %s: the last λ is a part of the first, above 0 and below 1"
              .formatted(lastOfFirst));
    }
    return new PathGrid(first, lastOfFirst, points, given);
  }

  PathGrid withPoints(int count) {
    if (count < 2) {
      throw new IllegalArgumentException(
          "a path of %d points has no other end; it needs at least 2".formatted(count));
    }
    return new PathGrid(first, ratio, count, given);
  }

  PathGrid withLambdas(double[] lambdas) {
    if (lambdas.length == 0) {
      throw new IllegalArgumentException("a path of no λ; it needs at least 1");
    }
    return new PathGrid(first, ratio, points, lambdas.clone());
  }

  /**
   * Returns all λ.
   *
   * @param isInverse whether a smaller λ is stronger, as C is
   * @param strongest finds the first where none was given
   */
  double[] lambdas(boolean isInverse, DoubleSupplier strongest) {
    if (given.length > 0) {
      requireOrder(isInverse);
      return given.clone();
    }
    double start = first > 0 ? first : strongest.getAsDouble();
    double[] lambdas = new double[points];
    Arrays.setAll(
        lambdas, i -> start * StrictMath.pow(isInverse ? 1 / ratio : ratio, i / (points - 1.0)));
    return lambdas;
  }

  private void requireOrder(boolean isInverse) {
    for (int i = 1; i < given.length; i++) {
      boolean weaker = isInverse ? given[i] > given[i - 1] : given[i] < given[i - 1];
      if (!weaker) {
        throw new IllegalArgumentException(
            "λ = %s comes after %s, but a path goes from the strongest penalty to the weakest"
                .formatted(given[i], given[i - 1]));
      }
    }
  }
}
