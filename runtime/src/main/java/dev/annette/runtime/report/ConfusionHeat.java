package dev.annette.runtime.report;

import dev.annette.runtime.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which class was taken for which: a table that is the darker, the larger the share of its row. */
final class ConfusionHeat {
  /** The most classes that a table shows; of more, only the pairs that are confused most. */
  static final int CLASSES = 20;

  /** How dense the colour of a whole row is: text stays legible on it in both schemes. */
  private static final double DENSEST = 0.55;

  private final ConfusionMatrix matrix;
  private final List<String> names;

  ConfusionHeat(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.names = matrix.names();
  }

  void write(Markup out) {
    if (names.size() > CLASSES) {
      writeWorst(out);
    } else {
      writeAll(out);
    }
  }

  private void writeAll(Markup out) {
    out.open("div", "class", "wide").open("table", "class", "heat");
    out.element("caption", "Rows are what is so, columns what the model says.");
    out.open("thead").open("tr").element("td", "");
    names.forEach(name -> out.element("th", name, "scope", "col"));
    out.close("tr").close("thead").open("tbody").line();
    for (int actual = 0; actual < names.size(); actual++) {
      out.open("tr").element("th", names.get(actual), "scope", "row");
      double all = sum(actual);
      for (int predicted = 0; predicted < names.size(); predicted++) {
        writeCell(out, matrix.count(actual, predicted), all, actual == predicted);
      }
      out.close("tr").line();
    }
    out.close("tbody").close("table").close("div").line();
  }

  private static void writeCell(Markup out, double count, double all, boolean isRight) {
    double share = all == 0 ? 0 : count / all;
    String color = isRight ? "var(--right)" : "var(--wrong)";
    out.element(
        "td",
        count == 0 ? "" : Figures.of(count),
        "title",
        Figures.percent(share) + " of the row",
        "style",
        String.format(
            Locale.ROOT, "background-color:rgb(%s / %.3f)", color, DENSEST * Math.sqrt(share)));
  }

  private void writeWorst(Markup out) {
    record Pair(int actual, int predicted, double count) {}
    List<Pair> pairs = new ArrayList<>();
    for (int actual = 0; actual < names.size(); actual++) {
      for (int predicted = 0; predicted < names.size(); predicted++) {
        if (actual != predicted && matrix.count(actual, predicted) > 0) {
          pairs.add(new Pair(actual, predicted, matrix.count(actual, predicted)));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::count).reversed());
    out.element("p", "The pairs of %d classes that are confused most:".formatted(names.size()));
    Table table = Table.of(out, "is", "said to be", "rows", "share");
    for (Pair pair : pairs.subList(0, Math.min(CLASSES, pairs.size()))) {
      table.row(
          names.get(pair.actual()),
          List.of(
              names.get(pair.predicted()),
              Figures.of(pair.count()),
              Figures.percent(pair.count() / sum(pair.actual()))));
    }
    table.end();
  }

  private double sum(int actual) {
    double sum = 0;
    for (int predicted = 0; predicted < names.size(); predicted++) {
      sum += matrix.count(actual, predicted);
    }
    return sum;
  }
}
