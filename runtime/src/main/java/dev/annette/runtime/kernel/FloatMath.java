package dev.annette.runtime.kernel;

/**
 * Exponentials, logarithms and their relatives in single precision, made of {@code + - * /}, {@code
 * Math.fma}, {@code Math.min} and {@code Math.max}, choices and bit patterns only.
 *
 * <p>Every method is one straight line: a choice picks one of two computed numbers, so vector lanes
 * that execute the same operations give the same bits. NaN gives NaN. Error bounds are in units in
 * the last place (ulp) of the exact result, or relative to it.
 */
public final class FloatMath {
  private static final float LOG2_E = 1.442695f;

  /** log 2 in two parts; the first has 9 significant bits, so its multiples here are exact. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float LN2 = 0.6931472f;

  /** 1.5·2²³: adding it rounds a small number to an integer, in the low bits of the sum. */
  private static final float ROUND = 12582912f;

  private static final int ROUND_BITS = 0x4B400000;
  private static final int SIGN = 0x80000000;
  private static final int EXPONENT = 0xFF800000;

  /** The bits of ⅔: numbers are reduced to [⅔, 4/3) before a logarithm. */
  private static final int TWO_THIRDS_BITS = 0x3F2AAAAB;

  private static final float ROOT_2 = 1.4142135f;

  /** Where the normal distribution is computed from its tail rather than from its centre. */
  private static final float CENTER = 0.75f;

  private FloatMath() {}

  /** Returns eˣ, within 1 ulp; infinite from 88.73 on, 0 below −103.98, subnormal in between. */
  public static float exp(float x) {
    float bounded = Math.min(Math.max(x, -104f), 89f);
    float shifted = Math.fma(bounded, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float power = 1f + reducedExpm1(Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded)));
    int exponent = Float.floatToRawIntBits(shifted) - ROUND_BITS;
    int half = exponent >> 1;
    return power * powerOf2(half) * powerOf2(exponent - half);
  }

  /** Returns eˣ − 1, within 1.5 ulp; −1 below −17.4, infinite from 88.73 on. */
  public static float expm1(float x) {
    float bounded = Math.min(Math.max(x, -20f), 89f);
    float shifted = Math.fma(bounded, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float reduced = reducedExpm1(Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded)));
    int exponent = Float.floatToRawIntBits(shifted) - ROUND_BITS;
    int first = Math.min(exponent, 127);
    float scale = powerOf2(first);
    return withSign(Math.fma(scale, reduced, scale - 1f) * powerOf2(exponent - first), x);
  }

  /** Returns the natural logarithm, within 1 ulp; −∞ at ±0, NaN below 0. */
  public static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    float normal = subnormal ? x * 0x1p23f : x;
    float shift = subnormal ? -23f : 0f;
    int bits = Float.floatToRawIntBits(normal);
    int exponent = (bits - TWO_THIRDS_BITS) & EXPONENT;
    float f = Float.intBitsToFloat(bits - exponent) - 1f;
    float log = Math.fma(Math.fma((float) exponent, 0x1p-23f, shift), LN2, reducedLog1p(f));
    float atEnds = x == 0f ? Float.NEGATIVE_INFINITY : x + (x < 0f ? Float.NaN : 0f);
    return x > 0f && x < Float.POSITIVE_INFINITY ? log : atEnds;
  }

  /** Returns log(1 + x), within 1.5 ulp; −∞ at −1, NaN below. */
  public static float log1p(float x) {
    int exponent = (Float.floatToRawIntBits(1f + x) - TWO_THIRDS_BITS) & EXPONENT;
    float scaled = Float.intBitsToFloat(Float.floatToRawIntBits(x) - exponent);
    float quarterScale = Float.intBitsToFloat(0x40800000 - exponent);
    float f = scaled + Math.fma(0.25f, quarterScale, -1f);
    float log = Math.fma((float) exponent * 0x1p-23f, LN2, reducedLog1p(f));
    float atEnds = x == -1f ? Float.NEGATIVE_INFINITY : x + (x < -1f ? Float.NaN : 0f);
    return x > -1f && x < Float.POSITIVE_INFINITY ? withSign(log, x) : atEnds;
  }

  /** Returns the hyperbolic tangent, within 2.5 ulp; ±1 from about ±9 on. */
  public static float tanh(float x) {
    float e = expm1(2f * Math.min(Math.abs(x), 10f));
    return withSign(e / (e + 2f), x);
  }

  /** Returns 1 / (1 + e⁻ˣ), within 2.5 ulp also far below 0, where it is nearly eˣ. */
  public static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    return (x < 0f ? e : 1f) / (1f + e);
  }

  /** Returns log(1 + eˣ), within 2.5 ulp also far below 0, where it is nearly eˣ. */
  public static float softplus(float x) {
    return Math.max(x, 0f) + log1p(exp(-Math.abs(x)));
  }

  /** Returns the error function, within 3 ulp; ±1 from about ±4 on. */
  public static float erf(float x) {
    float a = ROOT_2 * Math.abs(x);
    float outer = Math.fma(-2f, upperTail(a), 1f);
    return withSign(a < CENTER ? 2f * center(a) : outer, x);
  }

  /** Returns Φ(x), the share of the standard normal distribution below x, within 5 ulp. */
  public static float normalDistribution(float x) {
    float a = Math.abs(x);
    float tail = upperTail(a);
    float outer = x > 0f ? 1f - tail : tail;
    return a < CENTER ? 0.5f + withSign(center(a), x) : outer;
  }

  /** Returns e^(−x²/2) / √(2π), the density of the standard normal distribution, within 4 ulp. */
  public static float normalDensity(float x) {
    return expOfMinusHalfSquare(x) * 0.3989423f;
  }

  /** Returns Φ(a) − ½ for 0 ≤ a ≤ ¾: a·P(a²). */
  private static float center(float a) {
    float s = a * a;
    float p = 4.6429977e-07f;
    p = Math.fma(p, s, -9.005892e-06f);
    p = Math.fma(p, s, 0.000114944945f);
    p = Math.fma(p, s, -0.0011870436f);
    p = Math.fma(p, s, 0.009973478f);
    p = Math.fma(p, s, -0.066490375f);
    p = Math.fma(p, s, 0.3989423f);
    return a * p;
  }

  /** Returns 1 − Φ(a) for a ≥ ¾: e^(−a²/2)·k·P(k) with k = 1/(1 + 0.3·a), 0 from about 14.2 on. */
  private static float upperTail(float a) {
    float k = 1f / Math.fma(0.3f, a, 1f);
    float p = 0.019289864f;
    p = Math.fma(p, k, -0.046014037f);
    p = Math.fma(p, k, -0.010405177f);
    p = Math.fma(p, k, 0.06057565f);
    p = Math.fma(p, k, 0.033554964f);
    p = Math.fma(p, k, 0.096434616f);
    p = Math.fma(p, k, 0.107007116f);
    p = Math.fma(p, k, 0.11989674f);
    p = Math.fma(p, k, 0.11967268f);
    return expOfMinusHalfSquare(a) * (k * p);
  }

  /** Returns e^(−x²/2), corrected for the rounding of x². */
  private static float expOfMinusHalfSquare(float x) {
    float bounded = Math.min(Math.abs(x), 16f);
    float square = bounded * bounded;
    float rest = Math.fma(bounded, bounded, -square);
    float e = exp(-0.5f * square);
    return Math.fma(-0.5f * rest, e, e);
  }

  /** Returns eʳ − 1 for |r| ≤ ½·log 2: r + r²·P(r). */
  private static float reducedExpm1(float r) {
    float p = 0.00019891017f;
    p = Math.fma(p, r, 0.0013933674f);
    p = Math.fma(p, r, 0.0083333105f);
    p = Math.fma(p, r, 0.041666463f);
    p = Math.fma(p, r, 0.16666667f);
    p = Math.fma(p, r, 0.5f);
    return Math.fma(r * r, p, r);
  }

  /** Returns log(1 + f) for |f| ≤ ⅓: f + f²·P(f). */
  static float reducedLog1p(float f) {
    float p = 0.11612165f;
    p = Math.fma(p, f, -0.12726289f);
    p = Math.fma(p, f, 0.108532876f);
    p = Math.fma(p, f, -0.122213595f);
    p = Math.fma(p, f, 0.14296179f);
    p = Math.fma(p, f, -0.16677974f);
    p = Math.fma(p, f, 0.19999853f);
    p = Math.fma(p, f, -0.24999842f);
    p = Math.fma(p, f, 0.33333334f);
    p = Math.fma(p, f, -0.5f);
    return Math.fma(f * f, p, f);
  }

  /** Returns 2ⁿ for −126 ≤ n ≤ 127. */
  private static float powerOf2(int n) {
    return Float.intBitsToFloat((n + 127) << 23);
  }

  /** Returns the size of the first number with the sign of the second. */
  private static float withSign(float size, float sign) {
    int bits = Float.floatToRawIntBits(size) & ~SIGN | Float.floatToRawIntBits(sign) & SIGN;
    return Float.intBitsToFloat(bits);
  }
}
