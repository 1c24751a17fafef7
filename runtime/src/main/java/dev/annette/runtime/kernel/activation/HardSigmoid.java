package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/** {@code x/6 + ½}, held within 0 and 1. */
public final class HardSigmoid {
  private static final float SLOPE = 1f / 6f;

  private HardSigmoid() {}

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
      y[i] = Math.max(Math.min(Math.fma(x[i], SLOPE, 0.5f), 1f), 0f);
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by 1/6 where y is
   * above 0 and below 1, else 0.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= SLOPE * Step.of(y[i]) * Step.of(1f - y[i]);
    }
  }
}
