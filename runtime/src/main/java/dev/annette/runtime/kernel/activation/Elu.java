package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * The exponential linear unit: x above 0, {@code alpha · (exp(x) − 1)} elsewhere (Clevert et al.
 * 2016).
 */
public final class Elu {
  private Elu() {}

  /**
   * Writes {@code y = f(x)} for the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param alpha the distance from 0 to the floor, above 0
   * @param scratch not used
   */
  public static void forward(
      float[] x, float[] y, int from, int to, int units, float alpha, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      y[i] = Math.fma(alpha, FloatMath.expm1(Math.min(x[i], 0f)), Math.max(x[i], 0f));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by 1 where y is above
   * 0, else {@code y + alpha}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param alpha the distance from 0 to the floor, above 0
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, float alpha, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= Math.fma(Step.of(y[i]), 1f - alpha, Math.min(y[i], 0f) + alpha);
    }
  }
}
