package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.rows.ColumnMeasures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
  Fitting fitting() {
    return new Features();
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

  /** All features that something is measured of. */
  private final class Features implements Fitting {
    private final List<FeatureFitting> all =
        measures.list().stream().map(FeatureFitting::new).toList();

    private List<FeatureFitting> open = all;

    @Override
    public void add(Batch batch) {
      for (FeatureFitting feature : open) {
        for (int row = 0; row < batch.rows(); row++) {
          feature.add(batch.features(), row * batch.width());
        }
      }
    }

    @Override
    public boolean endPass() {
      open = open.stream().filter(FeatureFitting::endPass).toList();
      if (open.isEmpty()) {
        all.forEach(feature -> requireFloats("column " + feature.column(), feature.scale()));
      }
      return !open.isEmpty();
    }

    @Override
    public void store() {
      float[] offsets = new float[measures.width()];
      float[] scales = new float[measures.width()];
      Arrays.fill(scales, 1);
      for (FeatureFitting feature : all) {
        fill[feature.at()] = feature.filler();
        offsets[feature.at()] = (float) feature.scale().offset();
        scales[feature.at()] = (float) feature.scale().factor();
      }
      ColumnStatistics.this.store(offsets, scales);
    }
  }
}
