package dev.annette.runtime.report;

import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.ClassScores;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.LabelMeasures;
import dev.annette.runtime.metric.Measures;
import dev.annette.runtime.metric.NumberMeasures;
import dev.annette.runtime.metric.NumberScores;
import java.util.List;
import java.util.Optional;

/** How well the model does: its metrics, and tables by class, question or number. */
final class MeasuresSection implements Section {
  private final Optional<Evaluation> evaluation;

  MeasuresSection(Optional<Evaluation> evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  public String title() {
    return "Evaluation";
  }

  @Override
  public boolean hasContent() {
    return evaluation.isPresent();
  }

  @Override
  public void write(Markup out) {
    Evaluation measured = evaluation.orElseThrow();
    out.open("dl", "class", "tiles");
    measured.metrics().forEach((name, value) -> tile(out, name, value));
    if (measured.measures() instanceof ClassMeasures classes
        && classes.probabilities().isPresent()) {
      tile(out, "ROC AUC", classes.probabilities().get().rocAuc());
    }
    tile(out, "data loss", measured.dataLoss());
    out.close("dl").line();
    write(out, measured.measures());
  }

  private static void tile(Markup out, String name, double value) {
    out.open("div").element("dt", name).element("dd", Figures.of(value)).close("div");
  }

  private static void write(Markup out, Measures measures) {
    if (measures instanceof ClassMeasures classes) {
      new ConfusionFigure(classes).write(out);
    } else if (measures instanceof LabelMeasures labels) {
      write(out, labels);
    } else if (measures instanceof NumberMeasures numbers && numbers.outputs().size() > 1) {
      write(out, numbers);
    }
  }

  private static void write(Markup out, LabelMeasures labels) {
    Table table = Table.of(out, "answer", "precision", "recall", "F1", "rows that are yes");
    for (int i = 0; i < labels.names().size(); i++) {
      table.row(labels.names().get(i), cells(labels.scores(i)));
    }
    table.row("mean of answers", cells(labels.macro()));
    table.row("all together", cells(labels.micro()));
    table.end();
  }

  /** Returns the cells of a line: precision, recall, F1 and rows. */
  static List<String> cells(ClassScores scores) {
    return List.of(
        Figures.percent(scores.precision()),
        Figures.percent(scores.recall()),
        Figures.percent(scores.f1()),
        Figures.of(scores.support()));
  }

  private static void write(Markup out, NumberMeasures numbers) {
    Table table = Table.of(out, "number", "R\u00b2", "RMSE", "MAE", "MSE");
    for (NumberScores one : numbers.outputs()) {
      table.row(
          one.output(),
          List.of(
              Figures.of(one.r2()),
              Figures.of(one.rmse()),
              Figures.of(one.mae()),
              Figures.of(one.mse())));
    }
    table.end();
  }
}
