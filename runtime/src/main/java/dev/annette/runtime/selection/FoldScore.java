package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;

/**
 * How well a trained network did on the two parts of a fold.
 *
 * @param training on the rows that trained
 * @param validation on the rows that validated
 */
record FoldScore(Evaluation training, Evaluation validation) {

  static FoldScore of(NetworkModel model, Dataset.Split rows) {
    return new FoldScore(
        Evaluation.of(model, rows.train()), Evaluation.of(model, rows.validation()));
  }
}
