package dev.annette.runtime.metric;

import dev.annette.runtime.text.TextColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** Returns a line of what is one number for all classes. */
  private String numbers() {
    List<String> numbers = new ArrayList<>();
    if (measures.names().size() > MANY) {
      numbers.add(
          String.format(Locale.ROOT, "top-%d accuracy %.4f", MANY, measures.topAccuracy(MANY)));
    }
    measures
        .probabilities()
        .ifPresent(
            one -> {
              one.ranking().ifPresent(ranking -> add(numbers, ranking));
              numbers.add("log loss " + Rounded.four(one.logLoss()));
              numbers.add("Brier score " + Rounded.four(one.brier()));
              numbers.add("calibration error " + Rounded.four(one.calibration().expectedError()));
            });
    return numbers.isEmpty() ? "" : String.join("  ", numbers) + "\n";
  }

  private static void add(List<String> numbers, Ranking ranking) {
    numbers.add("roc auc " + Rounded.four(ranking.roc().area()));
    numbers.add("average precision " + Rounded.four(ranking.precisionRecall().averagePrecision()));
  }
}
