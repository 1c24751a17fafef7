package dev.annette.runtime.kernel.activation;

import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code exp(x) / Σ exp(x)} over the outputs of a row, computed after the row's maximum is taken
 * off every x, so nothing overflows.
 */
public final class Softmax {
  private Softmax() {}

  /**
   * Writes the distribution of each of the rows {@code [from, to)}.
   *
   * @param x [batch, units]
   * @param y [batch, units]; may be x
   * @param scratch not used
   */
  public static void forward(float[] x, float[] y, int from, int to, int units, Scratch scratch) {
    for (int row = from; row < to; row++) {
      shift(x, y, row * units, (row + 1) * units);
    }
    int first = from * units;
    Kernels.active().exp(y, first, y, first, to * units - first);
    for (int row = from; row < to; row++) {
      divideBySum(y, row * units, (row + 1) * units);
    }
  }

  /**
   * Replaces the gradient g of each of the rows {@code [from, to)} by {@code y·(g − Σ g·y)}.
   *
   * @param y [batch, units], what came out of {@link #forward}
   * @param gradient [batch, units] in: by the output; out: by the input
   * @param scratch not used
   */
  public static void backward(
      float[] y, float[] gradient, int from, int to, int units, Scratch scratch) {
    for (int row = from; row < to; row++) {
      int start = row * units;
      int end = start + units;
      float sum = 0f;
      for (int i = start; i < end; i++) {
        sum += gradient[i] * y[i];
      }
      for (int i = start; i < end; i++) {
        gradient[i] = y[i] * (gradient[i] - sum);
      }
    }
  }

  /** Writes a row of x less its maximum. */
  private static void shift(float[] x, float[] y, int start, int end) {
    float max = x[start];
    for (int i = start + 1; i < end; i++) {
      max = Math.max(max, x[i]);
    }
    for (int i = start; i < end; i++) {
      y[i] = x[i] - max;
    }
  }

  private static void divideBySum(float[] y, int start, int end) {
    float sum = 0f;
    for (int i = start; i < end; i++) {
      sum += y[i];
    }
    for (int i = start; i < end; i++) {
      y[i] /= sum;
    }
  }
}
