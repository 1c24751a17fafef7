package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * Normalisation by the root of the mean square: {@code y = x̂·gain} with {@code x̂ = x·scale} and
 * {@code scale = 1/√(Σx²/w + ε)}, for every row of w units (Zhang and Sennrich 2019).
 *
 * <p>Backward. {@code ∂x̂ᵢ/∂xⱼ = scale·(δᵢⱼ − x̂ᵢ·x̂ⱼ/w)}. With {@code g = dy·gain} the sum over i
 * is
 *
 * <pre>
 * dx    = scale·(g − x̂·Σ(g·x̂)/w)    sum over the units of a row
 * dgain = Σ dy·x̂                     sum over the rows
 * </pre>
 *
 * <p>Layouts: {@code x}, {@code y} and their gradients {@code [batch, width]}; gain {@code
 * [width]}. The scale of a row is computed again where it is needed.
 */
public final class RmsNormKernel {
  private RmsNormKernel() {}

  /** Writes the rows {@code [from, to)} of y, which may be x. */
  public static void forward(
      float[] x, float[] gain, float[] y, int from, int to, int width, float epsilon) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      float scale = scale(x, row, width, epsilon);
      for (int j = 0; j < width; j++) {
        y[row + j] = x[row + j] * scale * gain[j];
      }
    }
  }

  /** Writes the rows {@code [from, to)} of dx. */
  public static void backward(
      float[] x, float[] gain, float[] dy, float[] dx, int from, int to, int width, float epsilon) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      float scale = scale(x, row, width, epsilon);
      for (int j = 0; j < width; j++) {
        dx[row + j] = dy[row + j] * gain[j];
      }
      float along = (float) (RowSums.products(dx, x, row, width, 0) * scale / width);
      for (int j = 0; j < width; j++) {
        dx[row + j] = scale * Math.fma(-(x[row + j] * scale), along, dx[row + j]);
      }
    }
  }

  /** Hands one share of the columns of dgain to its sink. */
  public static void gradient(
      float[] x,
      float[] dy,
      int rows,
      int width,
      float epsilon,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    if (count == 0) {
      return;
    }
    double[] gains = scratch.doubles(0, count);
    Arrays.fill(gains, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * width;
      float scale = scale(x, row, width, epsilon);
      for (int j = 0; j < count; j++) {
        gains[j] += (double) dy[row + start + j] * (x[row + start + j] * scale);
      }
    }
    ColumnSums.handOver(gains, start, count, sink, scratch);
  }

  private static float scale(float[] x, int row, int width, double epsilon) {
    return (float) (1 / Math.sqrt(RowSums.squares(x, row, width, 0) / width + epsilon));
  }
}
