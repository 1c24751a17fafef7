package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a cross-validation.
 *
 * @param folds the folds, first to last
 * @param scores losses and metrics over the folds, each of which counts the same
 * @param pooled all rows that validated as one dataset, each predicted by the network that had not
 *     seen it
 * @param <M> the model
 */
public record CrossValidationResult<M extends NetworkModel>(
    List<FoldResult<M>> folds, Scores scores, Evaluation pooled) {

  /** Copies the list. */
  public CrossValidationResult {
    folds = List.copyOf(folds);
  }

  static <M extends NetworkModel> CrossValidationResult<M> of(List<FoldResult<M>> folds) {
    List<Predictor> predictors = folds.stream().map(fold -> fold.model().predictor()).toList();
    List<Dataset> rows = folds.stream().map(fold -> fold.rows().validation()).toList();
    return new CrossValidationResult<>(
        folds,
        Scores.of(folds.stream().map(FoldResult::score).toList()),
        Evaluation.pooled(folds.get(0).model().description(), predictors, rows));
  }

  /** Returns the data loss of the rows that validated, over the folds. */
  public Estimate validationLoss() {
    return scores.validationLoss();
  }

  /** Returns a table: a line per fold, the mean with its standard error, and what is pooled. */
  @Override
  public String toString() {
    TextTable table = table();
    List<Object> mean = new ArrayList<>(List.of("mean", "", "", ""));
    mean.add(scores.trainingLoss());
    mean.add(scores.validationLoss());
    scores.metrics().values().forEach(mean::add);
    table.add(mean);
    List<Object> all = new ArrayList<>(List.of("pooled", "", "", "", "", pooled.dataLoss()));
    scores.metrics().keySet().forEach(name -> all.add(pooled.metrics().get(name)));
    table.add(all);
    return table.text();
  }

  /** Returns the folds as comma-separated values with a header line. */
  public String toCsv() {
    return table().csv();
  }

  private TextTable table() {
    List<String> header =
        new ArrayList<>(
            List.of("fold", "seed", "rows", "validation_rows", "training_loss", "validation_loss"));
    header.addAll(scores.metrics().keySet());
    TextTable table = new TextTable(header);
    for (FoldResult<M> fold : folds) {
      List<Object> cells = new ArrayList<>();
      cells.add(Integer.toString(fold.fold()));
      cells.add(fold.seed());
      cells.add(fold.rows().train().rows());
      cells.add(fold.rows().validation().rows());
      cells.add(fold.training().dataLoss());
      cells.add(fold.validation().dataLoss());
      scores.metrics().keySet().forEach(name -> cells.add(fold.validation().metrics().get(name)));
      table.add(cells);
    }
    return table;
  }
}
