package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.History;

/**
 * A network that was trained on a part of the rows and measured on others.
 *
 * @param fold its number, from 1
 * @param seed what its trainer was made with
 * @param rows which rows trained and which validated
 * @param model the trained network
 * @param history its run, epoch by epoch
 * @param training the trained network on the rows that trained
 * @param validation the trained network on the rows that validated
 * @param <M> the model
 */
public record FoldResult<M extends NetworkModel>(
    int fold,
    long seed,
    Dataset.Split rows,
    M model,
    History history,
    Evaluation training,
    Evaluation validation) {

  FoldScore score() {
    return new FoldScore(training, validation);
  }
}
