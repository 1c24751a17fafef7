package dev.annette.runtime.metric;

import dev.annette.runtime.text.TextColumns;
import java.util.ArrayList;
import java.util.List;

/** A confusion matrix as text. */
final class ConfusionTable {
  private static final String CORNER = "actual \\ predicted";

  private ConfusionTable() {}

  /** Returns the counts alone. */
  static String of(ConfusionMatrix matrix) {
    return table(matrix, false);
  }

  /** Returns the counts, and the scores of each class behind them. */
  static String withScores(ConfusionMatrix matrix) {
    return table(matrix, true);
  }

  private static String table(ConfusionMatrix matrix, boolean scores) {
    List<String> header = new ArrayList<>();
    header.add(CORNER);
    header.addAll(matrix.names());
    if (scores) {
      header.addAll(List.of("precision", "recall", "f1"));
    }
    TextColumns table = new TextColumns(header, column -> column == 0);
    for (int i = 0; i < matrix.names().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(matrix.names().get(i));
      for (int j = 0; j < matrix.names().size(); j++) {
        cells.add(Rounded.count(matrix.count(i, j)));
      }
      if (scores) {
        ClassScores of = matrix.scores(i);
        cells.addAll(
            List.of(
                Rounded.share(of.precision()), Rounded.share(of.recall()), Rounded.share(of.f1())));
      }
      table.add(cells);
    }
    return table.toString();
  }
}
