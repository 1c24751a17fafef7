package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/** A number about the outputs of a model on rows, which are added one by one. */
public interface Metric {

  /**
   * Adds a row, which counts {@link Dataset#weight}.
   *
   * @param rows what the row belongs to
   * @param row its number
   * @param logits what {@link dev.annette.runtime.model.Predictor#logits} gives, for several rows
   * @param from where the outputs of this row start in them
   */
  void add(Dataset rows, int row, float[] logits, int from);

  /** Returns the number for the rows added so far; NaN before the first. */
  double value();
}
