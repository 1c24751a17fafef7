package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import java.util.Arrays;

/**
 * The mean and the inverse deviation of every input feature, measured on the training rows: {@code
 * y = (x − mean) · scale}.
 *
 * <p>Deviations are those of the population (divided by the number of rows). A feature that never
 * changes gets scale 1, so it becomes 0. Sums are taken in double precision in the order of the
 * rows, the mean first and the deviations from it in a second pass.
 */
public final class FittedStatistics {
  private final String layer;
  private final float[] mean;
  private final float[] scale;
  private boolean fitted;

  /**
   * Creates statistics that live in the trainer's own arrays.
   *
   * @param layer the layer they belong to
   * @param mean {@code [width]}, filled by fitting
   * @param scale {@code [width]}, filled by fitting: 1 / deviation
   */
  public FittedStatistics(String layer, float[] mean, float[] scale) {
    if (mean.length != scale.length) {
      throw new IllegalArgumentException(
          layer + ": " + mean.length + " means, but " + scale.length + " scales.");
    }
    this.layer = layer;
    this.mean = mean;
    this.scale = scale;
    Arrays.fill(scale, 1);
  }

  /** Returns the layer these belong to. */
  public String layer() {
    return layer;
  }

  /** Returns whether they were measured or restored. */
  public boolean fitted() {
    return fitted;
  }

  /**
   * Measures mean and deviation of every column; weights of rows do not count.
   *
   * @param rows at least one row, as wide as the statistics
   * @throws IllegalArgumentException if a column has a mean or deviation beyond the floats; nothing
   *     changes then
   */
  public void fit(Dataset rows) {
    int width = mean.length;
    if (rows.width() != width || rows.rows() == 0) {
      throw new IllegalArgumentException(
          String.format(
              "@Standardize on %s measures at least 1 row of %d numbers, not %d rows of %d.",
              layer, width, rows.rows(), rows.width()));
    }
    double[] means = new double[width];
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < width; column++) {
        means[column] += rows.feature(row, column);
      }
    }
    for (int column = 0; column < width; column++) {
      means[column] /= rows.rows();
    }
    double[] squares = new double[width];
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < width; column++) {
        double deviation = rows.feature(row, column) - means[column];
        squares[column] += deviation * deviation;
      }
    }
    store(means, squares, rows.rows());
  }

  private void store(double[] means, double[] squares, int rows) {
    float[] scales = new float[means.length];
    for (int column = 0; column < means.length; column++) {
      double deviation = Math.sqrt(squares[column] / rows);
      scales[column] = isConstant(deviation, means[column]) ? 1 : (float) (1 / deviation);
      if (!Float.isFinite((float) means[column])
          || !Float.isFinite(scales[column])
          || scales[column] == 0) {
        throw new IllegalArgumentException(
            String.format(
                "@Standardize on %s: column %d has mean %s and deviation %s, which floats cannot"
                    + " scale; give this column in a smaller or larger unit.",
                layer, column, means[column], deviation));
      }
    }
    for (int column = 0; column < means.length; column++) {
      mean[column] = (float) means[column];
      scale[column] = scales[column];
    }
    fitted = true;
  }

  /** The rounding of a mean in double precision is no deviation. */
  private static boolean isConstant(double deviation, double mean) {
    return deviation <= 1e-12 * Math.abs(mean);
  }

  /** Requires measured or restored statistics. */
  void requireFitted(String network) {
    if (!fitted) {
      throw new IllegalStateException(
          network
              + ": @Standardize on "
              + layer
              + " has not measured its inputs yet; call fitInputs(dataset) before step, or fit.");
    }
  }

  /** Says that mean and scale now hold restored values. */
  void restored() {
    fitted = true;
  }

  /** Says that mean and scale hold those of a model without steps, measured unless all 0 and 1. */
  void restoredUntrained() {
    for (int column = 0; column < mean.length; column++) {
      fitted |= mean[column] != 0 || scale[column] != 1;
    }
  }

  /** Returns whether this is the array of the means or of the scales. */
  boolean owns(float[] array) {
    return array == mean || array == scale;
  }

  float[] mean() {
    return mean;
  }

  float[] scale() {
    return scale;
  }
}
