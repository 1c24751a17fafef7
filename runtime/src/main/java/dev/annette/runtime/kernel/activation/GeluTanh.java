package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/**
 * The approximation {@code ½x·(1 + tanh u)} of GELU with {@code u = √(2/π)·(x + 0.044715·x³)},
 * computed as {@code x·sigmoid(2u)}, which is the same and exact far below 0.
 */
public final class GeluTanh {
  private static final int DOUBLED_SLOT = 2;
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
   * @param scratch temporary arrays
   */
  public static void forward(float[] x, float[] y, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    int end = to * units;
    float[] u = scratch.floats(DOUBLED_SLOT, end);
    for (int i = start; i < end; i++) {
      u[i] = doubled(x[i]);
    }
    Logistic.sigmoid(u, u, start, end, scratch);
    for (int i = start; i < end; i++) {
      y[i] = x[i] * u[i];
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code s + x·s·(1
   * − s)·2u′} with {@code s = sigmoid(2u)}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch temporary arrays
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    int end = to * units;
    float[] u = scratch.floats(DOUBLED_SLOT, end);
    for (int i = start; i < end; i++) {
      u[i] = doubled(x[i]);
    }
    float[] e = Logistic.exponential(u, start, end, scratch);
    for (int i = start; i < end; i++) {
      float s = Logistic.share(u[i], e[i]);
      float spread = s * Logistic.complement(u[i], e[i]);
      gradient[i] *= Math.fma(x[i] * spread, doubledSlope(x[i]), s);
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
