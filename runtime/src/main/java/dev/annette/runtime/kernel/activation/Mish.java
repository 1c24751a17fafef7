package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code x·tanh(softplus(x))} (Misra 2019), computed as {@code x·n/(n + 2)} with {@code e = exp(x)}
 * and {@code n = e·(e + 2)}.
 */
public final class Mish {
  /** From here on {@code n/(n + 2)} is 1. */
  private static final float BOUND = 20f;

  private Mish() {}

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
      float e = FloatMath.exp(Math.min(x[i], BOUND));
      float n = e * (e + 2f);
      y[i] = x[i] * (n / (n + 2f));
    }
  }

  /**
   * Multiplies the gradient by {@code f'(x)} for the rows {@code [from, to)}: by {@code n/(n + 2) +
   * 4x·e·(e + 1)/(n + 2)²}.
   *
   * @param x [batch, units], what went into {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] x, float[] gradient, int from, int to, int units, Scratch scratch) {
    int end = to * units;
    for (int i = from * units; i < end; i++) {
      float bounded = Math.min(x[i], BOUND);
      float e = FloatMath.exp(bounded);
      float n = e * (e + 2f);
      float width = n + 2f;
      gradient[i] *= Math.fma(4f * bounded, e * (e + 1f) / (width * width), n / width);
    }
  }
}
