package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/** The sigmoid linear unit {@code x·sigmoid(x)}, also called swish (Elfwing et al. 2018). */
public final class Silu {
  private Silu() {}

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
      y[i] = x[i] * FloatMath.sigmoid(x[i]);
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code s·(1 + x·(1
   * − s))} with {@code s = sigmoid(x)}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      gradient[i] *= FloatMath.sigmoid(x[i]) * Math.fma(x[i], FloatMath.sigmoid(-x[i]), 1f);
    }
  }
}
