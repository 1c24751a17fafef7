package dev.annette.runtime.selection;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.train.TrainingDivergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of training with some options.
 *
 * @param scores the scores over all folds; empty if a run failed
 * @param failure why one failed; empty if none did
 */
public record Outcome(Optional<Scores> scores, String failure) {

  /**
   * Runs over the folds of every seed. A run that diverges, or whose options the network or its
   * optimizer refuses, is the end of this outcome but not of the caller.
   */
  static <M extends NetworkModel> Outcome of(List<FoldRuns<M>> runs, Training training) {
    List<FoldScore> folds = new ArrayList<>();
    try {
      for (FoldRuns<M> seed : runs) {
        seed.run(training).forEach(fold -> folds.add(fold.score()));
      }
    } catch (TrainingDivergedException | IllegalArgumentException refused) {
      return failed(refused);
    }
    return new Outcome(Optional.of(Scores.of(folds)), "");
  }

  /** Returns the outcome of options that could not be tried. */
  static Outcome failed(RuntimeException reason) {
    return new Outcome(Optional.empty(), String.valueOf(reason.getMessage()));
  }

  /** Returns cells of a table: losses, the named metrics and the failure. */
  List<Object> cells(Iterable<String> metrics) {
    List<Object> cells = new ArrayList<>();
    cells.add(scores.<Object>map(Scores::trainingLoss).orElse(""));
    cells.add(scores.<Object>map(Scores::validationLoss).orElse(""));
    for (String metric : metrics) {
      cells.add(scores.<Object>map(one -> one.metrics().get(metric)).orElse(""));
    }
    cells.add(failure);
    return cells;
  }

  /** Returns the names of the columns that {@link #cells} has values for. */
  static List<String> header(Iterable<String> metrics) {
    List<String> header = new ArrayList<>(List.of("training_loss", "validation_loss"));
    metrics.forEach(header::add);
    header.add("failure");
    return header;
  }
}
