package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/** The logistic function {@code 1/(1 + exp(−x))}. */
public final class Sigmoid {
  private Sigmoid() {}

  /**
   * Writes {@code y = f(x)} for the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param scratch temporary arrays
   */
  public static void forward(float[] x, float[] y, int from, int to, int units, Scratch scratch) {
    Logistic.sigmoid(x, y, from * units, to * units, scratch);
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code y·(1 − y)}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= y[i] * (1f - y[i]);
    }
  }
}
