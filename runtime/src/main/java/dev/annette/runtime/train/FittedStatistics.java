package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.rows.FeatureScaling.Scale;
import dev.annette.runtime.rows.StandardScaling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean and the inverse deviation of every input feature, measured on the training rows: {@code
 * y = (x − mean) · scale}.
 *
 * <p>Deviations are those of the population (divided by the number of rows). A feature that never
 * changes gets scale 1, so it becomes 0. Sums are taken in double precision in the order of the
 * rows, the mean first and the deviations from it in a second pass.
 */
public sealed class FittedStatistics permits ColumnStatistics, LabelStatistics {
  private static final int ROWS_AT_ONCE = 256;

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
  public final void fit(Dataset rows) {
    requireRows(rows);
    Fitting fitting = fitting();
    Fitting.measure(List.of(fitting), () -> Batches.sequential(rows, ROWS_AT_ONCE).epoch(0));
    fitting.store();
  }

  /** Returns those of a trainer that were neither measured nor restored. */
  static List<FittedStatistics> missing(TrainingState trainer) {
    return trainer.statistics().stream().filter(one -> !one.fitted()).toList();
  }

  /** Measures all of them, one after the other. */
  static void measure(List<FittedStatistics> all, Dataset rows) {
    all.forEach(one -> one.fit(rows));
  }

  /** Starts to measure rows. */
  Fitting fitting() {
    return new MeansAndDeviations();
  }

  /** Requires rows that can be measured. */
  void requireRows(Dataset rows) {
    if (rows.width() != mean.length || rows.rows() == 0) {
      throw new IllegalArgumentException(
          String.format(
              "@Standardize on %s measures at least 1 row of %d numbers, not %d rows of %d.",
              layer, mean.length, rows.rows(), rows.width()));
    }
  }

  /** Requires a scale that floats can hold. */
  final void requireFloats(String column, Scale scale) {
    float factor = (float) scale.factor();
    if (!Float.isFinite((float) scale.offset()) || !Float.isFinite(factor) || factor == 0) {
      throw new IllegalArgumentException(
          String.format(
              "@Standardize on %s: %s has mean %s and deviation %s, which floats cannot scale;"
                  + " give this column in a smaller or larger unit.",
              layer, column, scale.offset(), 1 / scale.factor()));
    }
  }

  /** Takes what was measured. */
  final void store(float[] offsets, float[] scales) {
    System.arraycopy(offsets, 0, mean, 0, mean.length);
    System.arraycopy(scales, 0, scale, 0, scale.length);
    fitted = true;
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

  /** Returns whether this is one of its arrays. */
  final boolean owns(float[] array) {
    return arrays().containsValue(array);
  }

  /** Returns its arrays by the names of their tensors: {@code features.mean}. */
  Map<String, float[]> arrays() {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put(layer + ".mean", mean);
    arrays.put(layer + ".scale", scale);
    return arrays;
  }

  /** The means of all columns in the first pass, the deviations from them in the second. */
  private final class MeansAndDeviations implements Fitting {
    private final double[] means = new double[mean.length];
    private final double[] squares = new double[mean.length];
    private final float[] scales = new float[mean.length];
    private long rows;
    private boolean hasMeans;

    @Override
    public void add(Batch batch) {
      int width = means.length;
      for (int row = 0; row < batch.rows(); row++) {
        for (int column = 0; column < width; column++) {
          add(column, batch.features()[row * width + column]);
        }
      }
      rows += hasMeans ? 0 : batch.rows();
    }

    private void add(int column, double feature) {
      if (hasMeans) {
        double deviation = feature - means[column];
        squares[column] += deviation * deviation;
      } else {
        means[column] += feature;
      }
    }

    @Override
    public boolean endPass() {
      if (hasMeans) {
        finish();
        return false;
      }
      for (int column = 0; column < means.length; column++) {
        means[column] /= rows;
      }
      hasMeans = true;
      return true;
    }

    private void finish() {
      for (int column = 0; column < means.length; column++) {
        Scale scale = StandardScaling.of(means[column], Math.sqrt(squares[column] / rows));
        requireFloats("column " + column, scale);
        scales[column] = (float) scale.factor();
      }
    }

    @Override
    public void store() {
      float[] offsets = new float[means.length];
      for (int column = 0; column < offsets.length; column++) {
        offsets[column] = (float) means[column];
      }
      FittedStatistics.this.store(offsets, scales);
    }
  }
}
