package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Scratch;

/** The leaky rectifier: x above 0, {@code slope · x} elsewhere (Maas et al. 2013). */
public final class LeakyRelu {
  private LeakyRelu() {}

  /**
   * Writes {@code y = f(x)} for the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param slope what negative numbers are multiplied by, at least 0 and below 1
   * @param scratch not used
   */
  public static void forward(
      float[] x, float[] y, int from, int to, int units, float slope, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      y[i] = Math.fma(slope, Math.min(x[i], 0f), Math.max(x[i], 0f));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by 1 where y is above
   * 0, else the slope.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param slope what negative numbers are multiplied by, at least 0 and below 1
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, float slope, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= Math.max(Step.of(y[i]), slope);
    }
  }
}
