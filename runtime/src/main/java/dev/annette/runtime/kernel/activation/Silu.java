package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/** The sigmoid linear unit {@code x·sigmoid(x)}, also called swish (Elfwing et al. 2018). */
public final class Silu {
  private Silu() {}

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
    float[] s = Logistic.sigmoid(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      y[i] = x[i] * s[i];
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code s·(1 + x·(1
   * − s))} with {@code s = sigmoid(x)}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch temporary arrays
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    int end = to * units;
    float[] e = Logistic.exponential(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      float complement = Logistic.complement(x[i], e[i]);
      gradient[i] *= Logistic.share(x[i], e[i]) * Math.fma(x[i], complement, 1f);
    }
  }
}
