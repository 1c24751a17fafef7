package dev.annette;

/** The standard normal distribution in double precision. */
final class Normal {
  private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /** Returns the density at x. */
  static double density(double x) {
    return Math.exp(-0.5 * x * x) / ROOT_2_PI;
  }

  /**
   * Returns the share of the distribution below x, to about 1e-15: Marsaglia (2004) sums {@code ½ +
   * φ(x)·(x + x³/3 + x⁵/(3·5) + …)}. From |x| = 6 on the tail comes from the continued fraction of
   * Laplace, because the sum would lose it to rounding.
   */
  static double distribution(double x) {
    if (Math.abs(x) >= 6) {
      double tail = tail(Math.abs(x));
      return x > 0 ? 1 - tail : tail;
    }
    double sum = x;
    double term = x;
    for (int i = 3; sum + term != sum; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  /** Returns the share above x, for x ≥ 6: {@code φ(x) / (x + 1/(x + 2/(x + 3/(x + …))))}. */
  private static double tail(double x) {
    double fraction = x;
    for (int i = 60; i > 0; i--) {
      fraction = x + i / fraction;
    }
    return density(x) / fraction;
  }
}
