package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.rows.ColumnMeasures;
import java.util.Arrays;
import java.util.List;

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
  void requireRows(Dataset rows) {
    if (rows.hasClasses() || rows.targetWidth() != measures.width()) {
      throw new IllegalArgumentException(
          String.format(
              "@Standardize on labels measures rows with %d numbers to predict, not with %s.",
              measures.width(),
              rows.hasClasses() ? "classes" : String.valueOf(rows.targetWidth())));
    }
  }

  @Override
  Fitting fitting() {
    return new Labels();
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

  /** All labels that are scaled. */
  private final class Labels implements Fitting {
    private final List<FeatureFitting> all =
        measures.list().stream().map(FeatureFitting::new).toList();

    private List<FeatureFitting> open = all;

    @Override
    public void add(Batch batch) {
      float[] targets = ((Targets.Values) batch.targets()).values();
      for (FeatureFitting label : open) {
        for (int row = 0; row < batch.rows(); row++) {
          label.add(targets[row * measures.width() + label.at()]);
        }
      }
    }

    @Override
    public boolean endPass() {
      open = open.stream().filter(FeatureFitting::endPass).toList();
      if (open.isEmpty()) {
        all.forEach(label -> requireFloats("column " + label.column(), label.scale()));
      }
      return !open.isEmpty();
    }

    @Override
    public void store() {
      float[] means = new float[measures.width()];
      float[] scales = new float[measures.width()];
      Arrays.fill(scales, 1);
      for (FeatureFitting label : all) {
        means[label.at()] = (float) label.scale().offset();
        scales[label.at()] = (float) (1 / label.scale().factor());
      }
      LabelStatistics.this.store(means, scales);
    }
  }
}
