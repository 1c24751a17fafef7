package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FloatMathTest {
  private interface FloatFunction {
    float at(float x);
  }

  private static final float[] ZEROS = {0f, -0f};

  @Test
  void exp_is_within_one_ulp() {
    assertUlps(1, FloatMath::exp, StrictMath::exp, -110, 95);
    assertEquals(1f, FloatMath.exp(0f));
    assertEquals(1f, FloatMath.exp(-0f));
    assertEquals(0f, FloatMath.exp(Float.NEGATIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(Float.POSITIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.exp(Float.NaN));
  }

  @Test
  void expm1_is_within_one_and_a_half_ulp() {
    assertUlps(1.5, FloatMath::expm1, StrictMath::expm1, -110, 95);
    assertOddAtZero(FloatMath::expm1);
    assertEquals(-1f, FloatMath.expm1(Float.NEGATIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.expm1(Float.POSITIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.expm1(Float.NaN));
  }

  @Test
  void log_is_within_one_ulp() {
    assertUlps(1, FloatMath::log, StrictMath::log, 0, Float.MAX_VALUE);
    assertUlps(1, FloatMath::log, StrictMath::log, 0.25f, 4);
    assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(0f));
    assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(-0f));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.log(Float.POSITIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.log(-Float.MIN_VALUE));
    assertEquals(Float.NaN, FloatMath.log(Float.NEGATIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.log(Float.NaN));
  }

  @Test
  void log1p_is_within_one_and_a_half_ulp() {
    assertUlps(1.5, FloatMath::log1p, StrictMath::log1p, -1, Float.MAX_VALUE);
    assertUlps(1.5, FloatMath::log1p, StrictMath::log1p, -1, 4);
    assertOddAtZero(FloatMath::log1p);
    assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log1p(-1f));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.log1p(Float.POSITIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.log1p(Math.nextDown(-1f)));
    assertEquals(Float.NaN, FloatMath.log1p(Float.NEGATIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.log1p(Float.NaN));
  }

  @Test
  void tanh_is_within_two_and_a_half_ulp() {
    assertUlps(2.5, FloatMath::tanh, StrictMath::tanh, -30, 30);
    assertOddAtZero(FloatMath::tanh);
    assertSaturates(FloatMath::tanh, -1f, 1f);
  }

  @Test
  void sigmoid_is_within_two_and_a_half_ulp() {
    assertUlps(2.5, FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -110, 110);
    assertEquals(0.5f, FloatMath.sigmoid(-0f));
    assertSaturates(FloatMath::sigmoid, 0f, 1f);
  }

  @Test
  void softplus_is_within_two_and_a_half_ulp() {
    assertUlps(2.5, FloatMath::softplus, x -> Activation.SOFTPLUS.value(x, 0), -110, 110);
    assertSaturates(FloatMath::softplus, 0f, Float.POSITIVE_INFINITY);
  }

  @Test
  void erf_is_within_three_ulp() {
    assertUlps(3, FloatMath::erf, FloatMathTest::erf, -12, 12);
    assertOddAtZero(FloatMath::erf);
    assertSaturates(FloatMath::erf, -1f, 1f);
  }

  @Test
  void the_normal_distribution_is_within_five_ulp() {
    assertUlps(5, FloatMath::normalDistribution, FloatMathTest::normal, -15, 15);
    assertEquals(0.5f, FloatMath.normalDistribution(-0f));
    assertSaturates(FloatMath::normalDistribution, 0f, 1f);
  }

  @Test
  void the_normal_density_is_within_four_ulp() {
    DoubleUnaryOperator exact = x -> StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    assertUlps(4, FloatMath::normalDensity, exact, -15, 15);
    assertEquals(0f, FloatMath.normalDensity(Float.NEGATIVE_INFINITY));
    assertEquals(Float.NaN, FloatMath.normalDensity(Float.NaN));
  }

  /** Compares at evenly spaced points and at evenly spaced bit patterns of the range. */
  private static void assertUlps(
      double bound, FloatFunction f, DoubleUnaryOperator exact, float from, float to) {
    double worst = 0;
    float worstAt = 0;
    for (int i = 0; i <= 2_000_000; i++) {
      float even = (float) (from + (double) i / 1_000_000 * ((double) to - from));
      float x = i <= 1_000_000 ? even : Float.intBitsToFloat((i - 1_000_000) * 4294 + i % 4000);
      if (!(x >= from && x <= to)) {
        continue;
      }
      double error = ulps(f.at(x), exact.applyAsDouble(x));
      if (!(error <= worst)) {
        worst = error;
        worstAt = x;
      }
    }
    assertTrue(worst <= bound, worst + " ulp at " + worstAt + ", allowed " + bound);
  }

  private static double ulps(float actual, double exact) {
    float nearest = (float) exact;
    if (actual == nearest) {
      return 0;
    }
    return Math.abs(actual - exact) / Math.ulp(Math.abs(nearest));
  }

  private static void assertOddAtZero(FloatFunction f) {
    for (float zero : ZEROS) {
      assertEquals(zero, f.at(zero));
    }
    for (float x : new float[] {Float.MIN_VALUE, 1e-40f, Float.MIN_NORMAL, 1e-20f, 1e-8f}) {
      assertEquals(f.at(x), -f.at(-x), Math.ulp(f.at(x)));
    }
  }

  private static void assertSaturates(FloatFunction f, float low, float high) {
    assertEquals(low, f.at(Float.NEGATIVE_INFINITY));
    assertEquals(low, f.at(-1e4f));
    assertEquals(low, f.at(-Float.MAX_VALUE));
    assertEquals(high, f.at(Float.POSITIVE_INFINITY));
    assertEquals(Float.isInfinite(high) ? Float.MAX_VALUE : high, f.at(Float.MAX_VALUE));
    assertEquals(Float.NaN, f.at(Float.NaN));
    for (float x = -130; x < 130; x += 0.00013f) {
      assertTrue(f.at(x) >= low && f.at(x) <= high, "outside its range at " + x);
    }
  }

  /**
   * Below −2 the continued fraction of Laplace, which keeps the relative error of the tail small.
   */
  private static double normal(double x) {
    if (x >= -2) {
      return Activation.GELU.value(x, 0) / x;
    }
    double fraction = -x;
    for (int i = 400; i > 0; i--) {
      fraction = -x + i / fraction;
    }
    return StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) / fraction;
  }

  private static double erf(double x) {
    return Math.abs(x) < 1e-3
        ? 2 / Math.sqrt(Math.PI) * (x - x * x * x / 3)
        : 2 * normal(x * Math.sqrt(2)) - 1;
  }
}
