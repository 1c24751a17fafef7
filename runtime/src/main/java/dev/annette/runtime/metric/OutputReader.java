package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/** What looks at the outputs of a model for rows, one by one. */
public interface OutputReader {

  /**
   * Adds a row, which counts {@link Dataset#weight}.
   *
   * @param rows what the row belongs to
   * @param row its number
   * @param logits what {@link dev.annette.runtime.model.Predictor#logits} gives, for several rows
   * @param from where the outputs of this row start in them
   */
  void add(Dataset rows, int row, float[] logits, int from);
}
