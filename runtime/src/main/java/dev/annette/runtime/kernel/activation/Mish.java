package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code x·tanh(softplus(x))} (Misra 2019), computed as {@code x·n/(n + 2)} with {@code e = exp(x)}
 * and {@code n = e·(e + 2)}.
 */
public final class Mish {
  /** From here on {@code n/(n + 2)} is 1. */
  private static final float BOUND = 20f;

  private Mish() {}

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
    float[] e = exponential(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      float n = e[i] * (e[i] + 2f);
      y[i] = x[i] * (n / (n + 2f));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code n/(n + 2) +
   * 4x·e·(e + 1)/(n + 2)²}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch temporary arrays
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    int end = to * units;
    float[] e = exponential(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      float n = e[i] * (e[i] + 2f);
      float width = n + 2f;
      float slope = e[i] * (e[i] + 1f) / (width * width);
      gradient[i] *= Math.fma(4f * Math.min(x[i], BOUND), slope, n / width);
    }
  }

  /** Returns an array that holds {@code exp(min(x[i], BOUND))} for i in [start, end). */
  private static float[] exponential(float[] x, int start, int end, Scratch scratch) {
    float[] e = scratch.floats(0, end);
    for (int i = start; i < end; i++) {
      e[i] = Math.min(x[i], BOUND);
    }
    Kernels.active().exp(e, start, e, start, end - start);
    return e;
  }
}
