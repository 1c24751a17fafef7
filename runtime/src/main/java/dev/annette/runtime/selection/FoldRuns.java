package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;

/**
 * Runs over the folds of a dataset, one after the other, each by a trainer of its own that has seen
 * nothing but the rows it trains on.
 *
 * @param trainers makes a trainer from a seed
 * @param folds which rows train and which validate
 * @param seed fold i, from 1, is trained by the trainer of {@code seed + i}
 */
record FoldRuns<M extends NetworkModel>(
    LongFunction<? extends NetworkTrainer<M>> trainers, List<Dataset.Split> folds, long seed) {

  /**
   * Requires that every fold can be measured.
   *
   * @throws IllegalArgumentException naming the fold
   */
  FoldRuns {
    if (folds.isEmpty()) {
      throw new IllegalArgumentException("No folds: a network needs rows to validate with.");
    }
    for (int i = 0; i < folds.size(); i++) {
      requireWeight(folds.get(i).validation(), i + 1);
    }
  }

  private static void requireWeight(Dataset validation, int fold) {
    for (int row = 0; row < validation.rows(); row++) {
      if (validation.weight(row) > 0) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "The %d rows that validate fold %d all have weight 0, so nothing can be measured on them."
            .formatted(validation.rows(), fold));
  }

  /** Returns what came of every fold. */
  List<FoldResult<M>> run(Training training) {
    List<FoldResult<M>> results = new ArrayList<>();
    for (int fold = 1; fold <= folds.size(); fold++) {
      results.add(run(fold, training));
    }
    return results;
  }

  private FoldResult<M> run(int fold, Training training) {
    Dataset.Split rows = folds.get(fold - 1);
    NetworkTrainer<M> trainer = trainers.apply(seed + fold);
    Training options = training.validates() ? training : training.validation(rows.validation());
    History history = fit(trainer, rows.train(), options);
    M model = trainer.model();
    FoldScore score = FoldScore.of(model, rows);
    return new FoldResult<>(
        fold, seed + fold, rows, model, history, score.training(), score.validation());
  }

  /**
   * Trains, to the end.
   *
   * @throws CancellationException if the thread is interrupted; its flag stays set
   */
  static History fit(NetworkTrainer<?> trainer, Dataset rows, Training training) {
    History history = trainer.fit(rows, training);
    if (history.interrupted()) {
      throw new CancellationException(
          trainer.description().network() + ": the thread was interrupted in a run of several.");
    }
    return history;
  }
}
