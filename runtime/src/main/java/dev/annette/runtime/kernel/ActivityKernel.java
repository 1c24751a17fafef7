package dev.annette.runtime.kernel;

/**
 * Penalties on what a layer hands on: {@code λ·Σ|y|} and {@code λ·Σy²} of each row, which the
 * trainer divides by the rows of the batch. The values pass unchanged; the slope, the derivative of
 * the penalty by each of them, joins the gradient on the way back.
 */
public final class ActivityKernel {
  private ActivityKernel() {}

  /**
   * Hands x on as y and penalises its magnitudes: {@code slope = λ/batchRows·sign(x)}, with sign(0)
   * = 0.
   *
   * @param x {@code [batch, units]}
   * @param slope out: {@code [batch, units]}
   * @param y out: {@code [batch, units]}, may be x
   * @param rowPenalty out: {@code λ·Σ|x|} of each row
   */
  public static void magnitudes(
      float[] x,
      float[] slope,
      float[] y,
      RowPenalty rowPenalty,
      int from,
      int to,
      int units,
      float lambda,
      int batchRows) {
    pass(x, y, from, to, units);
    float share = lambda / batchRows;
    for (int row = from; row < to; row++) {
      float sum = 0;
      for (int i = row * units; i < (row + 1) * units; i++) {
        slope[i] = share * Math.signum(x[i]);
        sum += Math.abs(x[i]);
      }
      rowPenalty.values()[row] = lambda * sum;
    }
  }

  /**
   * Hands x on as y and penalises its squares: {@code slope = 2λ/batchRows·x}. The arguments are
   * those of {@link #magnitudes}; the penalties are {@code λ·Σx²} of each row.
   */
  public static void squares(
      float[] x,
      float[] slope,
      float[] y,
      RowPenalty rowPenalty,
      int from,
      int to,
      int units,
      float lambda,
      int batchRows) {
    pass(x, y, from, to, units);
    float share = 2 * lambda / batchRows;
    for (int row = from; row < to; row++) {
      float sum = 0;
      for (int i = row * units; i < (row + 1) * units; i++) {
        slope[i] = share * x[i];
        sum = Math.fma(x[i], x[i], sum);
      }
      rowPenalty.values()[row] = lambda * sum;
    }
  }

  private static void pass(float[] x, float[] y, int from, int to, int units) {
    if (x != y) {
      System.arraycopy(x, from * units, y, from * units, (to - from) * units);
    }
  }

  /** Adds the slope to the gradient, both {@code [batch, units]}. */
  public static void backward(float[] slope, float[] gradient, int from, int to, int units) {
    for (int i = from * units; i < to * units; i++) {
      gradient[i] += slope[i];
    }
  }
}
