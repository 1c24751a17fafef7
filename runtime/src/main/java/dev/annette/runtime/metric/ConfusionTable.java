package dev.annette.runtime.metric;

import java.util.List;
import java.util.Locale;

/** A confusion matrix as text. */
final class ConfusionTable {
  private static final List<String> SCORES = List.of("precision", "recall", "   f1"); // as 0.000
  private static final String CORNER = "actual \\ predicted";

  private ConfusionTable() {}

  static String of(ConfusionMatrix matrix) {
    List<String> names = matrix.names();
    int first = CORNER.length();
    for (String name : names) {
      first = Math.max(first, name.length());
    }
    StringBuilder text = new StringBuilder(left(CORNER, first));
    for (int j = 0; j < names.size(); j++) {
      text.append(right(names.get(j), width(matrix, j)));
    }
    SCORES.forEach(score -> text.append(right(score, score.length())));
    for (int i = 0; i < names.size(); i++) {
      text.append('\n').append(left(names.get(i), first));
      for (int j = 0; j < names.size(); j++) {
        text.append(right(count(matrix.count(i, j)), width(matrix, j)));
      }
      double[] scores = {matrix.precision(i), matrix.recall(i), matrix.f1(i)};
      for (int s = 0; s < scores.length; s++) {
        String score = String.format(Locale.ROOT, "%.3f", scores[s]);
        text.append(right(score, SCORES.get(s).length()));
      }
    }
    return text.append('\n').toString();
  }

  private static int width(ConfusionMatrix matrix, int column) {
    int width = matrix.names().get(column).length();
    for (int i = 0; i < matrix.names().size(); i++) {
      width = Math.max(width, count(matrix.count(i, column)).length());
    }
    return width;
  }

  private static String count(double count) {
    String format = count == Math.rint(count) ? "%.0f" : "%.2f";
    return String.format(Locale.ROOT, format, count);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return "  " + " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
