package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * Batch normalisation: {@code y = x̂·gain + shift} with {@code x̂ = (x − mean)·scale} and {@code
 * scale = 1/√(variance + ε)}, for every column (Ioffe and Szegedy 2015).
 *
 * <p>Backward. Mean and variance are those of the column's n rows, {@code mean = Σx/n} and {@code
 * variance = Σ(x − mean)²/n}, so every x acts on all rows: {@code ∂x̂ᵢ/∂xⱼ = scale·(δᵢⱼ − 1/n −
 * x̂ᵢ·x̂ⱼ/n)}. With {@code dx̂ = dy·gain} the sum over i is
 *
 * <pre>
 * dgain  = Σ dy·x̂,    dshift = Σ dy
 * dx     = gain·scale·(dy − dshift/n − x̂·dgain/n)
 * </pre>
 *
 * <p>A batch of one row has no variance of its own. It is normalised by the running statistics,
 * which are constants: {@code dx = gain·scale·dy}.
 *
 * <p>Layouts: {@code x}, {@code y} and their gradients {@code [batch, width]}; all else {@code
 * [width]}. Sums are chains over ascending rows in double precision.
 */
public final class BatchNormKernel {
  private static final int PANEL_SLOT = Scratch.PRODUCT;

  private BatchNormKernel() {}

  /**
   * Writes mean, variance and scale of one share of the columns; of a batch of one row, those that
   * the running statistics give.
   *
   * @param rows the rows of the batch
   */
  public static void statistics(
      float[] x,
      float[] runningMean,
      float[] runningVariance,
      float[] mean,
      float[] variance,
      float[] scale,
      int rows,
      int width,
      float epsilon,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    if (rows == 1) {
      System.arraycopy(runningMean, start, mean, start, count);
      System.arraycopy(runningVariance, start, variance, start, count);
      for (int j = start; j < start + count; j++) {
        scale[j] = (float) scale(variance[j], epsilon);
      }
      return;
    }
    double[] means = scratch.doubles(0, count);
    double[] squares = scratch.doubles(1, count);
    means(x, rows, width, start, count, means);
    squares(x, rows, width, start, count, means, squares);
    for (int j = 0; j < count; j++) {
      double columnVariance = squares[j] / rows;
      mean[start + j] = (float) means[j];
      variance[start + j] = (float) columnVariance;
      scale[start + j] = (float) scale(columnVariance, epsilon);
    }
  }

  private static void means(float[] x, int rows, int width, int start, int count, double[] means) {
    Arrays.fill(means, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * width + start;
      for (int j = 0; j < count; j++) {
        means[j] += x[row + j];
      }
    }
    for (int j = 0; j < count; j++) {
      means[j] /= rows;
    }
  }

  private static void squares(
      float[] x, int rows, int width, int start, int count, double[] means, double[] squares) {
    Arrays.fill(squares, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * width + start;
      for (int j = 0; j < count; j++) {
        double deviation = x[row + j] - means[j];
        squares[j] += deviation * deviation;
      }
    }
  }

  private static double scale(double variance, double epsilon) {
    return 1 / Math.sqrt(variance + epsilon);
  }

  /** Writes the rows {@code [from, to)} of y. */
  public static void forward(
      float[] x,
      float[] mean,
      float[] scale,
      float[] gain,
      float[] shift,
      float[] y,
      int from,
      int to,
      int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        y[row + j] = Math.fma((x[row + j] - mean[j]) * scale[j], gain[j], shift[j]);
      }
    }
  }

  /** Writes dgain and dshift of one share of the columns. */
  public static void gradientSums(
      float[] x,
      float[] dy,
      float[] mean,
      float[] scale,
      float[] gainGradient,
      float[] shiftGradient,
      int rows,
      int width,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    double[] gains = scratch.doubles(0, count);
    double[] shifts = scratch.doubles(1, count);
    Arrays.fill(gains, 0, count, 0);
    Arrays.fill(shifts, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * width + start;
      for (int j = 0; j < count; j++) {
        double g = dy[row + j];
        shifts[j] += g;
        gains[j] += g * ((x[row + j] - mean[start + j]) * scale[start + j]);
      }
    }
    for (int j = 0; j < count; j++) {
      gainGradient[start + j] = (float) gains[j];
      shiftGradient[start + j] = (float) shifts[j];
    }
  }

  /** Writes the rows {@code [from, to)} of dx. */
  public static void backward(
      float[] x,
      float[] dy,
      float[] mean,
      float[] scale,
      float[] gain,
      float[] gainGradient,
      float[] shiftGradient,
      float[] dx,
      int rows,
      int from,
      int to,
      int width) {
    float share = rows == 1 ? 0 : 1f / rows;
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        float normal = (x[row + j] - mean[j]) * scale[j];
        float common = Math.fma(normal, gainGradient[j], shiftGradient[j]);
        dx[row + j] = gain[j] * scale[j] * Math.fma(-share, common, dy[row + j]);
      }
    }
  }

  /** Hands one share of a summed gradient to its sink. */
  public static void gradient(
      float[] summed, int width, GradientSink sink, int part, int parts, Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    if (count > 0) {
      float[] panel = scratch.floats(PANEL_SLOT, count);
      System.arraycopy(summed, start, panel, 0, count);
      sink.accept(panel, start, count, scratch);
    }
  }

  /**
   * Hands one share of the running statistics to their sinks, moved towards the batch: {@code
   * momentum·running + (1 − momentum)·batch}, with the batch's unbiased variance {@code
   * variance·n/(n − 1)}. A batch of one row moves nothing.
   */
  public static void follow(
      float[] mean,
      float[] variance,
      float[] runningMean,
      float[] runningVariance,
      int rows,
      int width,
      float momentum,
      GradientSink meanSink,
      GradientSink varianceSink,
      int part,
      int parts,
      Scratch scratch) {
    if (rows == 1) {
      return;
    }
    float unbiased = (float) (rows / (rows - 1.0));
    move(runningMean, mean, 1, width, momentum, meanSink, part, parts, scratch);
    move(runningVariance, variance, unbiased, width, momentum, varianceSink, part, parts, scratch);
  }

  private static void move(
      float[] running,
      float[] batch,
      float factor,
      int width,
      float momentum,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(width, part, parts);
    int count = DenseKernel.boundary(width, part + 1, parts) - start;
    if (count == 0) {
      return;
    }
    float[] moved = scratch.floats(PANEL_SLOT, count);
    for (int j = 0; j < count; j++) {
      moved[j] = momentum * running[start + j] + (1 - momentum) * (batch[start + j] * factor);
    }
    sink.accept(moved, start, count, scratch);
  }

  /**
   * Folds running statistics, gain and shift into the two numbers of each column that prediction
   * needs, in double precision: {@code y = x·foldedScale + foldedShift}.
   */
  public static void fold(
      float[] gain,
      float[] shift,
      float[] mean,
      float[] variance,
      float[] foldedScale,
      float[] foldedShift,
      int width,
      float epsilon) {
    for (int j = 0; j < width; j++) {
      double factor = gain[j] * scale(variance[j], epsilon);
      foldedScale[j] = (float) factor;
      foldedShift[j] = (float) (shift[j] - mean[j] * factor);
    }
  }

  /** Writes the rows {@code [from, to)} of {@code y = x·scale + shift}; y may be x. */
  public static void predict(
      float[] x, float[] foldedScale, float[] foldedShift, float[] y, int from, int to, int width) {
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        y[row + j] = Math.fma(x[row + j], foldedScale[j], foldedShift[j]);
      }
    }
  }
}
