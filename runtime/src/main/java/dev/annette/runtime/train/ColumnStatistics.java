package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.rows.ColumnMeasures;
import dev.annette.runtime.rows.FeatureScaling.Scale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the columns of typed rows measure on the training rows: what stands for missing values, then
 * offset and scale of each feature. A feature that measures nothing has fill 0, offset 0, scale 1.
 */
public final class ColumnStatistics extends FittedStatistics {
  private final float[] fill;
  private final ColumnMeasures measures;

  /**
   * Creates statistics of rows without missing values; they live in the trainer's own arrays.
   *
   * @param layer the layer they belong to
   * @param mean {@code [width]}, the offsets
   * @param scale {@code [width]}
   */
  public ColumnStatistics(String layer, float[] mean, float[] scale, ColumnMeasures measures) {
    this(layer, new float[mean.length], mean, scale, measures);
  }

  /**
   * Creates statistics that live in the trainer's own arrays.
   *
   * @param layer the layer they belong to
   * @param fill {@code [width]}, what stands for a missing feature
   * @param mean {@code [width]}, the offsets
   * @param scale {@code [width]}
   */
  public ColumnStatistics(
      String layer, float[] fill, float[] mean, float[] scale, ColumnMeasures measures) {
    super(layer, mean, scale);
    this.fill = fill;
    this.measures = measures;
  }

  @Override
  public void fit(Dataset rows) {
    requireRows(rows);
    float[] fills = new float[measures.width()];
    float[] offsets = new float[measures.width()];
    float[] scales = new float[measures.width()];
    Arrays.fill(scales, 1);
    for (ColumnMeasures.Measure measure : measures.list()) {
      double[] values = values(rows, measure.at());
      if (measure.filling() != null) {
        fills[measure.at()] = (float) fill(measure, values, rows);
      }
      if (measure.scaling() != null) {
        Scale scale = measure.scaling().of(values);
        requireFloats("column " + measure.column(), scale);
        offsets[measure.at()] = (float) scale.offset();
        scales[measure.at()] = (float) scale.factor();
      }
    }
    System.arraycopy(fills, 0, fill, 0, fill.length);
    store(offsets, scales);
  }

  /** Returns what stands for a missing value, which it now does among the values. */
  private double fill(ColumnMeasures.Measure measure, double[] values, Dataset rows) {
    double[] present = new double[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      if (!isMissing(rows, row, measure.at())) {
        present[count++] = values[row];
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "column "
              + measure.column()
              + " has no value in any training row, so @Impute has nothing to measure.");
    }
    double filler = (float) measure.filling().of(Arrays.copyOf(present, count));
    for (int row = 0; row < values.length; row++) {
      if (isMissing(rows, row, measure.at())) {
        values[row] = filler;
      }
    }
    return filler;
  }

  private static boolean isMissing(Dataset rows, int row, int at) {
    return rows.feature(row, at + 1) != 0;
  }

  private static double[] values(Dataset rows, int at) {
    double[] values = new double[rows.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.feature(row, at);
    }
    return values;
  }

  @Override
  void restoredUntrained() {
    super.restoredUntrained();
    for (float filler : fill) {
      if (filler != 0) {
        restored();
      }
    }
  }

  @Override
  Map<String, float[]> arrays() {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put(layer() + ".fill", fill);
    arrays.putAll(super.arrays());
    return arrays;
  }
}
