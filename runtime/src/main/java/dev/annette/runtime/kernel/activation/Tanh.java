package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;

/** The hyperbolic tangent. */
public final class Tanh {
  private Tanh() {}

  /**
   * Writes {@code y = f(x)} for the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param scratch not used
   */
  public static void forward(float[] x, float[] y, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    Kernels.active().tanh(x, start, y, start, to * units - start);
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code 1 − y²}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= Math.fma(-y[i], y[i], 1f);
    }
  }
}
