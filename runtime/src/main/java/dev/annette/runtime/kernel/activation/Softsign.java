package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/** {@code x/(1 + |x|)}. */
public final class Softsign {
  private Softsign() {}

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
      y[i] = x[i] / (1f + Math.abs(x[i]));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code (1 −
   * |y|)²}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      float width = 1f - Math.abs(y[i]);
      gradient[i] *= width * width;
    }
  }
}
