package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/** {@code log(1 + exp(x))}. */
public final class Softplus {
  private Softplus() {}

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
      y[i] = FloatMath.softplus(x[i]);
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code
   * sigmoid(x)}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch temporary arrays
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int start = from * units;
    int end = to * units;
    float[] s = Logistic.sigmoid(x, start, end, scratch);
    for (int i = start; i < end; i++) {
      gradient[i] *= s[i];
    }
  }
}
