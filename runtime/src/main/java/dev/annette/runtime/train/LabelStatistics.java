package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.rows.ColumnMeasures;
import dev.annette.runtime.rows.FeatureScaling.Scale;
import java.util.Arrays;

/**
 * Mean and deviation of the numbers to predict, measured on the training rows: outputs become
 * {@code y = x·scale + mean}, where the scale is the deviation of the population. A label that is
 * not scaled has mean 0 and scale 1, one that never changes scale 1.
 */
public final class LabelStatistics extends FittedStatistics {
  private final ColumnMeasures measures;

  /**
   * Creates statistics that live in the trainer's own arrays.
   *
   * @param layer the layer they belong to
   * @param mean {@code [labels]}
   * @param scale {@code [labels]}
   * @param measures the labels that are scaled, by their places
   */
  public LabelStatistics(String layer, float[] mean, float[] scale, ColumnMeasures measures) {
    super(layer, mean, scale);
    this.measures = measures;
  }

  @Override
  public void fit(Dataset rows) {
    if (rows.hasClasses() || rows.targetWidth() != measures.width()) {
      throw new IllegalArgumentException(
          String.format(
              "@Standardize on labels measures rows with %d numbers to predict, not with %s.",
              measures.width(),
              rows.hasClasses() ? "classes" : String.valueOf(rows.targetWidth())));
    }
    float[] means = new float[measures.width()];
    float[] scales = new float[measures.width()];
    Arrays.fill(scales, 1);
    for (ColumnMeasures.Measure measure : measures.list()) {
      double[] values = new double[rows.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.target(row, measure.at());
      }
      Scale scale = measure.scaling().of(values);
      requireFloats("column " + measure.column(), scale);
      means[measure.at()] = (float) scale.offset();
      scales[measure.at()] = (float) (1 / scale.factor());
    }
    store(means, scales);
  }

  @Override
  void requireFitted(String network) {
    if (!fitted()) {
      throw new IllegalStateException(
          network
              + ": @Standardize on a label has not measured its rows yet; call fitInputs(dataset)"
              + " before step, or fit.");
    }
  }
}
