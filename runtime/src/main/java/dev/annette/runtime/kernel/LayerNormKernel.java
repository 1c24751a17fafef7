package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * Layer normalisation: {@code y = x̂·gain + shift} with {@code x̂ = (x − mean)·scale} and {@code
 * scale = 1/√(variance + ε)}, for every row (Ba, Kiros and Hinton 2016).
 *
 * <p>Backward. Mean and variance are those of the row's w units, so every x acts on the whole row:
 * {@code ∂x̂ᵢ/∂xⱼ = scale·(δᵢⱼ − 1/w − x̂ᵢ·x̂ⱼ/w)}. With {@code g = dy·gain} the sum over i is
 *
 * <pre>
 * dx    = scale·(g − Σg/w − x̂·Σ(g·x̂)/w)    sums over the units of a row
 * dgain = Σ dy·x̂,    dshift = Σ dy            sums over the rows
 * </pre>
 *
 * <p>Layouts: {@code x}, {@code y} and their gradients {@code [batch, width]}; gain and shift
 * {@code [width]}. Mean and scale of a row are computed again where they are needed.
 */
public final class LayerNormKernel {
  private LayerNormKernel() {}

  /** Writes the rows {@code [from, to)} of y, which may be x. */
  public static void forward(
      float[] x,
      float[] gain,
      float[] shift,
      float[] y,
      int from,
      int to,
      int width,
      float epsilon) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      double rowMean = mean(x, row, width);
      float mean = (float) rowMean;
      float scale = scale(x, row, width, rowMean, epsilon);
      for (int j = 0; j < width; j++) {
        y[row + j] = Math.fma((x[row + j] - mean) * scale, gain[j], shift[j]);
      }
    }
  }

  /** Writes the rows {@code [from, to)} of dx. */
  public static void backward(
      float[] x, float[] gain, float[] dy, float[] dx, int from, int to, int width, float epsilon) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      double rowMean = mean(x, row, width);
      float mean = (float) rowMean;
      float scale = scale(x, row, width, rowMean, epsilon);
      for (int j = 0; j < width; j++) {
        dx[row + j] = dy[row + j] * gain[j];
      }
      float meanGradient = (float) (RowSums.sum(dx, row, width) / width);
      float along = (float) (RowSums.products(dx, x, row, width, rowMean) * scale / width);
      for (int j = 0; j < width; j++) {
        float normal = (x[row + j] - mean) * scale;
        dx[row + j] = scale * (dx[row + j] - Math.fma(normal, along, meanGradient));
      }
    }
  }

  /** Hands one share of the columns of dgain and dshift to their sinks. */
  public static void gradients(
      float[] x,
      float[] dy,
      int rows,
      int width,
      float epsilon,
      GradientSink gainSink,
      GradientSink shiftSink,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    if (count == 0) {
      return;
    }
    double[] gains = scratch.doubles(0, count);
    double[] shifts = scratch.doubles(1, count);
    Arrays.fill(gains, 0, count, 0);
    Arrays.fill(shifts, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * width;
      double rowMean = mean(x, row, width);
      float mean = (float) rowMean;
      float scale = scale(x, row, width, rowMean, epsilon);
      for (int j = 0; j < count; j++) {
        double g = dy[row + start + j];
        shifts[j] += g;
        gains[j] += g * ((x[row + start + j] - mean) * scale);
      }
    }
    ColumnSums.handOver(gains, start, count, gainSink, scratch);
    ColumnSums.handOver(shifts, start, count, shiftSink, scratch);
  }

  private static double mean(float[] x, int row, int width) {
    return RowSums.sum(x, row, width) / width;
  }

  private static float scale(float[] x, int row, int width, double mean, double epsilon) {
    return (float) (1 / Math.sqrt(RowSums.squares(x, row, width, mean) / width + epsilon));
  }
}
