package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;

/**
 * The logistic function over arrays: the bits of {@link FloatMath#sigmoid}, with the exponentials
 * taken by the provider of {@link Kernels} and loops that become vector instructions.
 */
final class Logistic {
  private static final int EXPONENTIAL_SLOT = 0;
  private static final int SHARE_SLOT = 1;

  private Logistic() {}

  /** Writes {@code y[i] = sigmoid(x[i])} for i in [start, end); y may be x. */
  static void sigmoid(float[] x, float[] y, int start, int end, Scratch scratch) {
    float[] e = exponential(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      y[i] = share(x[i], e[i]);
    }
  }

  /** Returns an array that holds sigmoid(x[i]) for i in [start, end), until the next call. */
  static float[] sigmoid(float[] x, int start, int end, Scratch scratch) {
    float[] y = scratch.floats(SHARE_SLOT, end);
    sigmoid(x, y, start, end, scratch);
    return y;
  }

  /**
   * Returns an array that holds {@code exp(−|x[i]|)} for i in [start, end), until the next call.
   */
  static float[] exponential(float[] x, int start, int end, Scratch scratch) {
    float[] e = scratch.floats(EXPONENTIAL_SLOT, end);
    for (int i = start; i < end; i++) {
      e[i] = -Math.abs(x[i]);
    }
    Kernels.active().exp(e, start, e, start, end - start);
    return e;
  }

  /** Returns sigmoid(x), given {@code e = exp(−|x|)}: {@code e/(1 + e)} below 0, else 1/(1 + e). */
  static float share(float x, float e) {
    return Math.max(e, 1f - Step.of(-x)) / (1f + e);
  }

  /** Returns {@code 1 − sigmoid(x) = sigmoid(−x)}, given {@code e = exp(−|x|)}. */
  static float complement(float x, float e) {
    return Math.max(e, Step.of(-x)) / (1f + e);
  }
}
