package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * The approximation {@code ½x·(1 + tanh u)} of GELU with {@code u = √(2/π)·(x + 0.044715·x³)},
 * computed as {@code x·sigmoid(2u)}, which is the same and exact far below 0.
 */
public final class GeluTanh {
  private static final float LINEAR = (float) (2 * 0.7978845608028654);
  private static final float CUBIC = (float) (2 * 0.7978845608028654 * 0.044715);

  /** From here on the sigmoid is 0 or 1. */
  private static final float BOUND = 30f;

  private GeluTanh() {}

  /**
   * Writes {@code y = f(x)} for the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param scratch not used
   */
  public static void forward(float[] x, float[] y, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      y[i] = x[i] * FloatMath.sigmoid(doubled(x[i]));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code s + x·s·(1
   * − s)·2u′} with {@code s = sigmoid(2u)}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      float s = FloatMath.sigmoid(doubled(x[i]));
      float complement = FloatMath.sigmoid(-doubled(x[i]));
      gradient[i] *= Math.fma(x[i] * (s * complement), doubledSlope(x[i]), s);
    }
  }

  /** Returns 2u. */
  private static float doubled(float x) {
    float bounded = Math.min(Math.max(x, -BOUND), BOUND);
    return bounded * Math.fma(CUBIC, bounded * bounded, LINEAR);
  }

  /** Returns 2u′. */
  private static float doubledSlope(float x) {
    float bounded = Math.min(Math.max(x, -BOUND), BOUND);
    return Math.fma(3f * CUBIC, bounded * bounded, LINEAR);
  }
}
