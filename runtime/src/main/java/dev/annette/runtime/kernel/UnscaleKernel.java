package dev.annette.runtime.kernel;

/** Outputs in the units of their targets: {@code y = x·scale + mean}. */
public final class UnscaleKernel {
  private UnscaleKernel() {}

  /**
   * Writes the rows {@code [from, to)} in the units of the targets.
   *
   * @param x {@code [batch, width]}
   * @param mean {@code [width]}
   * @param scale {@code [width]}, the standard deviation
   * @param y {@code [batch, width]}; may be {@code x}
   */
  public static void forward(
      float[] x, float[] mean, float[] scale, float[] y, int from, int to, int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        y[row + j] = Math.fma(x[row + j], scale[j], mean[j]);
      }
    }
  }

  /**
   * Turns the gradient by {@code y} of the rows {@code [from, to)} into that by {@code x}.
   *
   * @param scale {@code [width]}
   * @param gradient {@code [batch, width]}
   */
  public static void backward(float[] scale, float[] gradient, int from, int to, int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        gradient[row + j] *= scale[j];
      }
    }
  }
}
