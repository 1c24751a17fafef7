package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * The scaled exponential linear unit (Klambauer et al. 2017): {@code scale·x} above 0, {@code
 * scale·alpha·(exp(x) − 1)} elsewhere.
 */
public final class Selu {
  private static final float SCALE = 1.0507009873554805f;

  /** {@code scale·alpha}, the distance from 0 to the floor. */
  private static final float FLOOR = (float) (1.0507009873554805 * 1.6732632423543772);

  private Selu() {}

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
      float below = FLOOR * FloatMath.expm1(Math.min(x[i], 0f));
      y[i] = Math.fma(SCALE, Math.max(x[i], 0f), below);
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by the scale where y
   * is above 0, else {@code y + scale·alpha}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= Math.fma(Step.of(y[i]), SCALE - FLOOR, Math.min(y[i], 0f) + FLOOR);
    }
  }
}
