package dev.annette.runtime.report;

import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which class was taken for which: a table, the darker, the larger the share of a row; of many
 * classes a map and the pairs that are confused most. Beside it how well each class is told.
 */
final class ConfusionFigure {
  /** The most classes that a table shows. */
  static final int CLASSES = 20;

  private final ClassMeasures classes;
  private final ConfusionMatrix matrix;
  private final List<String> names;
  private final double[][] shares; // [actual][predicted], of the rows of a class

  ConfusionFigure(ClassMeasures classes) {
    this.classes = classes;
    this.matrix = classes.confusion();
    this.names = classes.names();
    this.shares = shares(matrix);
  }

  void write(Markup out) {
    out.open("div", "class", "beside").line();
    if (names.size() > CLASSES) {
      Figure.write(
          out,
          "Confusion matrix",
          "Rows are what is so, columns what the model says, in the order of the classes; the"
              + " darker, the larger the share of its row.",
          markup -> new HeatMap(shares).write(markup, "Confusion matrix"));
      writeWorst(out);
    } else {
      writeAll(out);
      writeClasses(out);
    }
    out.close("div").line();
    if (names.size() > CLASSES) {
      out.open("details").element("summary", "Every class").line();
      writeClasses(out);
      out.close("details").line();
    }
  }

  private void writeAll(Markup out) {
    out.open("figure", "class", "heat").element("h3", "Confusion matrix");
    out.open("div", "class", "wide", "tabindex", "0").open("table");
    out.open("thead").open("tr").element("td", "");
    names.forEach(name -> out.element("th", name, "scope", "col"));
    out.close("tr").close("thead").open("tbody").line();
    for (int actual = 0; actual < names.size(); actual++) {
      out.open("tr").element("th", names.get(actual), "scope", "row");
      for (int predicted = 0; predicted < names.size(); predicted++) {
        double count = matrix.count(actual, predicted);
        double share = shares[actual][predicted];
        String kind = (actual == predicted ? "h" : "w") + Shade.of(share);
        out.open("td", "class", kind).text(count == 0 ? "" : Figures.of(count));
        if (count != 0) {
          out.element("small", Figures.wholePercent(share));
        }
        out.close("td");
      }
      out.close("tr").line();
    }
    out.close("tbody").close("table").close("div");
    out.element(
        "figcaption", "Rows are what is so, columns what the model says; shares are of the row.");
    out.close("figure").line();
  }

  private void writeClasses(Markup out) {
    Table table = Table.of(out, "class", "precision", "recall", "F1", "rows");
    for (int i = 0; i < names.size(); i++) {
      table.row(names.get(i), MeasuresSection.cells(classes.scores(i)));
    }
    table.row("mean of classes", MeasuresSection.cells(classes.macro()));
    table.row("mean by rows", MeasuresSection.cells(classes.weighted()));
    table.end();
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
    if (pairs.isEmpty()) {
      out.element("p", "No row was taken for another class.");
      return;
    }
    pairs.sort(Comparator.comparingDouble(Pair::count).reversed());
    out.open("div").element("h3", "Confused most");
    Table table = Table.of(out, List.of("is", "said to be", "rows", "of the class"), "words");
    for (Pair pair : pairs.subList(0, Math.min(CLASSES, pairs.size()))) {
      table.row(
          names.get(pair.actual()),
          List.of(
              names.get(pair.predicted()),
              Figures.of(pair.count()),
              Figures.percent(shares[pair.actual()][pair.predicted()])));
    }
    table.end();
    out.close("div");
  }

  /** Returns the counts as shares of their rows, {@code [actual][predicted]}. */
  private static double[][] shares(ConfusionMatrix matrix) {
    int classes = matrix.names().size();
    double[][] shares = new double[classes][classes];
    for (int actual = 0; actual < classes; actual++) {
      double all = 0;
      for (int predicted = 0; predicted < classes; predicted++) {
        all += matrix.count(actual, predicted);
      }
      for (int predicted = 0; predicted < classes; predicted++) {
        shares[actual][predicted] = all == 0 ? 0 : matrix.count(actual, predicted) / all;
      }
    }
    return shares;
  }
}
