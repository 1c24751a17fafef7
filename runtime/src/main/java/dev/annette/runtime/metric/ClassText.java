package dev.annette.runtime.metric;

import dev.annette.runtime.text.TextColumns;
import java.util.ArrayList;
import java.util.List;

/** The measures of classes as text. */
final class ClassText {
  /** More classes have no confusion matrix: it would be wider than a screen. */
  private static final int MATRIX = 20;

  /** From more classes on the share of rows whose class is among the best k is of interest. */
  private static final int MANY = 5;

  private final ClassMeasures measures;
  private final boolean areas; // a column: of two classes both have the same

  private ClassText(ClassMeasures measures) {
    this.measures = measures;
    this.areas = measures.probabilities().isPresent() && measures.names().size() > 2;
  }

  static String of(ClassMeasures measures) {
    ClassText text = new ClassText(measures);
    List<String> parts = new ArrayList<>();
    parts.add(text.scores());
    if (measures.names().size() <= MATRIX) {
      parts.add(ConfusionTable.of(measures.confusion()));
    }
    parts.add(text.numbers());
    parts.removeIf(String::isEmpty);
    return String.join("\n", parts);
  }

  private String scores() {
    List<String> header = new ArrayList<>(List.of("class", "precision", "recall", "f1", "support"));
    if (areas) {
      header.add("roc auc");
    }
    TextColumns table = new TextColumns(header, column -> column == 0);
    for (int i = 0; i < measures.names().size(); i++) {
      int label = i;
      double area =
          measures.probabilities().map(one -> one.rocAucs().get(label)).orElse(Double.NaN);
      table.add(line(measures.names().get(i), measures.scores(i), Rounded.share(area)));
    }
    double area = measures.probabilities().map(ProbabilityMeasures::rocAuc).orElse(Double.NaN);
    table.add(line("macro mean", measures.macro(), Rounded.share(area)));
    table.add(line("weighted mean", measures.weighted(), ""));
    return table.toString();
  }

  private List<String> line(String name, ClassScores scores, String area) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                name,
                Rounded.share(scores.precision()),
                Rounded.share(scores.recall()),
                Rounded.share(scores.f1()),
                Rounded.count(scores.support())));
    if (areas) {
      cells.add(area);
    }
    return cells;
  }

  /** Returns lines of what is one number for all classes. */
  private String numbers() {
    StringBuilder lines = new StringBuilder();
    if (measures.names().size() > MANY) {
      lines.append("top-%d accuracy ".formatted(MANY));
      lines.append(Rounded.four(measures.topAccuracy(MANY))).append('\n');
    }
    measures.probabilities().ifPresent(one -> add(lines, one));
    return lines.toString();
  }

  private static void add(StringBuilder lines, ProbabilityMeasures of) {
    of.ranking()
        .ifPresent(
            ranking ->
                lines.append(
                    "roc auc %s  average precision %s\n"
                        .formatted(
                            Rounded.four(ranking.roc().area()),
                            Rounded.four(ranking.precisionRecall().averagePrecision()))));
    lines.append(
        "log loss %s  Brier score %s  calibration error %s\n"
            .formatted(
                Rounded.four(of.logLoss()),
                Rounded.four(of.brier()),
                Rounded.four(of.calibration().expectedError())));
  }
}
