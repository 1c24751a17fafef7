package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;

/** The rules that hold between the columns of a row. */
final class RowRules {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final RowDeclaration rows;
  private final MirrorAttributes network;

  RowRules(RowDeclaration rows, MirrorAttributes network) {
    this.rows = rows;
    this.network = network;
  }

  /** Returns whether there is something to read and something to predict; reports what is not. */
  boolean check() {
    checkLabels();
    checkFeatures();
    checkWeights();
    return isSmallEnough() && !rows.labels().isEmpty() && !rows.features().isEmpty();
  }

  private void checkLabels() {
    if (rows.labels().isEmpty()) {
      reportRows(
          Problem.MISSING,
          "no column of " + type() + " is predicted. Mark the one that is with @Label.");
    } else {
      checkLabels(rows.labels());
    }
  }

  private void checkFeatures() {
    if (rows.features().isEmpty()) {
      reportRows(
          Problem.MISSING,
          type()
              + " has no column to predict from. Add columns without @Label, @Weight or @Ignore.");
    }
  }

  private void checkWeights() {
    if (rows.weights().size() > 1) {
      Column second = rows.weights().get(1);
      report(
          Problem.CONFLICT,
          second.origin(),
          second.name()
              + " and "
              + rows.weights().get(0).name()
              + " both are @Weight, but a row has one weight. Remove one of the two.");
    }
  }

  private boolean isSmallEnough() {
    if (rows.embeddedWidth() <= LARGEST_ARRAY) {
      return true;
    }
    reportRows(
        Problem.TOO_LARGE,
        "a row would have "
            + rows.embeddedWidth()
            + " features, but a Java array holds at most "
            + LARGEST_ARRAY
            + " numbers. Take fewer.");
    return false;
  }

  private void checkLabels(List<Column> labels) {
    Column first = labels.get(0);
    for (Column label : labels.subList(1, labels.size())) {
      if (isClass(first) || isClass(label)) {
        report(
            Problem.CONFLICT,
            label.origin(),
            label.name()
                + " and "
                + first.name()
                + " both are @Label, but with a class the outputs are the probabilities of its"
                + " classes alone. Predict them with two networks, or only numbers, or only"
                + " booleans.");
      } else if (label.type().family() != first.type().family()) {
        report(
            Problem.CONFLICT,
            label.origin(),
            label.name()
                + " is "
                + label.type().family().words()
                + " and "
                + first.name()
                + " is "
                + first.type().family().words()
                + ", but one loss is for all labels. Predict them with two networks.");
      }
    }
  }

  private static boolean isClass(Column label) {
    Family family = label.type().family();
    return family == Family.CATEGORY || family == Family.TEXT;
  }

  private String type() {
    return rows.type().simpleName();
  }

  /** Reports what is wrong with the row as a whole, at the attribute that names it. */
  private void reportRows(Problem problem, String message) {
    String where = "rows = " + type() + ".class on " + network.field() + ": ";
    report(problem, network.origin("rows"), where + message);
  }

  private void report(Problem problem, Origin origin, String message) {
    network.report(problem, origin, message);
  }
}
