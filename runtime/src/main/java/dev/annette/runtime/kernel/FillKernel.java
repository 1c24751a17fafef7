package dev.annette.runtime.kernel;

/**
 * What stands for missing features: {@code y[j] = x[j] + fill[j]·x[j + 1]}, where {@code x[j + 1]}
 * is 1 if feature j is missing, in which case {@code x[j]} is 0. Where nothing is filled, {@code
 * fill[j]} is 0.
 */
public final class FillKernel {
  private FillKernel() {}

  /**
   * Writes the filled rows {@code [from, to)}.
   *
   * @param x {@code [batch, width]}
   * @param fill {@code [width]}
   * @param y {@code [batch, width]}; may be {@code x}
   */
  public static void forward(float[] x, float[] fill, float[] y, int from, int to, int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      int last = row + width - 1;
      for (int i = row; i < last; i++) {
        y[i] = Math.fma(fill[i - row], x[i + 1], x[i]);
      }
      y[last] = x[last];
    }
  }
}
