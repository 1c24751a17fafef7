package dev.annette.runtime.kernel;

/** The scaling of inputs by statistics of the training rows: {@code y = (x - mean)·scale}. */
public final class StandardizeKernel {
  private StandardizeKernel() {}

  /**
   * Writes the scaled rows {@code [from, to)}.
   *
   * @param x {@code [batch, width]}
   * @param mean {@code [width]}
   * @param scale {@code [width]}, one over the standard deviation
   * @param y {@code [batch, width]}; may be {@code x}
   */
  public static void forward(
      float[] x, float[] mean, float[] scale, float[] y, int from, int to, int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        y[row + j] = (x[row + j] - mean[j]) * scale[j];
      }
    }
  }
}
