package dev.annette.runtime.random;

/**
 * The distribution on (0, 1) with density proportional to {@code x^(a−1)·(1 − x)^(b−1)}.
 *
 * <p>Drawn as {@code X/(X + Y)} with X and Y from gamma distributions of shapes a and b (Marsaglia
 * and Tsang 2000). These are kept as logarithms, since for small shapes they are far too small for
 * doubles.
 *
 * @param a above 0
 * @param b above 0
 */
public record BetaDistribution(double a, double b) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if one is not above 0 and finite
   */
  public BetaDistribution {
    if (!(a > 0 && b > 0 && a <= Double.MAX_VALUE && b <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "The shapes of a beta distribution are "
              + a
              + " and "
              + b
              + "; they must be above 0 and finite.");
    }
  }

  /** Returns a number from 0 to 1; the ends only where no double lies nearer. */
  public double next(RandomSequence random) {
    double x = logGamma(random, a);
    double y = logGamma(random, b);
    return 1 / (1 + StrictMath.exp(y - x));
  }

  /** Returns the logarithm of a number with the gamma distribution of a shape and scale 1. */
  private static double logGamma(RandomSequence random, double shape) {
    if (shape < 1) {
      // X of shape s + 1 times U^(1/s) has shape s
      return logGammaFromOne(random, shape + 1) + StrictMath.log(random.openUniform()) / shape;
    }
    return logGammaFromOne(random, shape);
  }

  /** The same for shapes from 1: {@code d·(1 + c·z)³} of a normal z, taken or drawn again. */
  private static double logGammaFromOne(RandomSequence random, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = normal(random);
      double root = 1 + c * z;
      if (root > 0) {
        double v = root * root * root;
        double bound = 0.5 * z * z + d - d * v + d * StrictMath.log(v);
        if (StrictMath.log(random.openUniform()) < bound) {
          return StrictMath.log(d * v);
        }
      }
    }
  }

  /** Returns a number with the standard normal distribution (Marsaglia and Bray 1964). */
  private static double normal(RandomSequence random) {
    while (true) {
      double x = 2 * random.uniform() - 1;
      double y = 2 * random.uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }
}
