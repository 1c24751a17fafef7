package dev.annette.runtime.report;

import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.ClassScores;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.LabelMeasures;
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
    tile(out, "loss", measured.dataLoss());
    measured.metrics().forEach((name, value) -> tile(out, name, value));
    out.close("dl").line();
    if (measured.measures() instanceof ClassMeasures classes) {
      write(out, classes);
    } else if (measured.measures() instanceof LabelMeasures labels) {
      write(out, labels);
    } else if (measured.measures() instanceof NumberMeasures numbers) {
      write(out, numbers);
    }
  }

  private static void tile(Markup out, String name, double value) {
    out.open("div").element("dt", name).element("dd", Figures.of(value)).close("div");
  }

  private static void write(Markup out, ClassMeasures classes) {
    out.open("div", "class", "beside").line();
    new ConfusionHeat(classes.confusion()).write(out);
    Table table = Table.of(out, "class", "precision", "recall", "F1", "rows");
    for (int i = 0; i < classes.names().size(); i++) {
      table.row(classes.names().get(i), cells(classes.scores(i)));
    }
    table.row("mean of classes", cells(classes.macro()));
    table.row("mean by rows", cells(classes.weighted()));
    table.end();
    out.close("div").line();
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

  private static List<String> cells(ClassScores scores) {
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
