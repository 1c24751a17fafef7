package dev.annette.runtime.data.transform;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;

/**
 * Rows that count what their class counts, times their own weight: {@code w·Σ tₖ·cₖ} for a row of
 * weight w whose target gives class k the share tₖ.
 */
public final class ClassWeighting implements BatchTransformation {
  private final int outputs;
  private final double[] byClass;

  /** The batch that the result shares features and targets with; null before the first. */
  private Batch source;

  private float[] weights = {}; // [rows]
  private Batch weighted;

  /**
   * Creates the weighting.
   *
   * @param outputs the outputs of the network; with 1, a target is the share of class 1 of two
   * @param byClass {@code [classes]}, what the rows of each class count
   */
  public ClassWeighting(int outputs, double... byClass) {
    this.outputs = outputs;
    this.byClass = byClass.clone();
  }

  @Override
  public Batch apply(Batch batch, long step) {
    if (batch != source) {
      source = batch;
      if (weights.length < batch.capacity()) {
        weights = new float[batch.capacity()];
      }
      weighted = Batch.reusable(batch.features(), batch.width(), batch.targets(), weights);
    }
    for (int row = 0; row < batch.rows(); row++) {
      double own = batch.weights() == null ? 1 : batch.weights()[row];
      weights[row] = (float) (own * weight(batch.targets(), row));
    }
    weighted.rows(batch.rows());
    return weighted;
  }

  private double weight(Targets targets, int row) {
    if (targets instanceof Targets.Classes classes) {
      return byClass[classes.indices()[row]];
    }
    float[] shares = ((Targets.Values) targets).values();
    if (outputs == 1) {
      return (1.0 - shares[row]) * byClass[0] + shares[row] * byClass[1];
    }
    double weight = 0;
    for (int k = 0; k < outputs; k++) {
      weight += shares[row * outputs + k] * byClass[k];
    }
    return weight;
  }
}
