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
    String type = rows.type().simpleName();
    if (rows.labels().isEmpty()) {
      report(
          Problem.MISSING,
          network.origin("rows"),
          "rows = "
              + type
              + ".class on "
              + network.field()
              + ": no column of "
              + type
              + " is predicted. Mark the one that is with @Label.");
    } else {
      checkLabels(rows.labels());
    }
    if (rows.features().isEmpty()) {
      report(
          Problem.MISSING,
          network.origin("rows"),
          "rows = "
              + type
              + ".class on "
              + network.field()
              + ": "
              + type
              + " has no column to predict from. Add columns without @Label, @Weight or @Ignore.");
    }
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
    if (rows.width() > LARGEST_ARRAY) {
      report(
          Problem.TOO_LARGE,
          network.origin("rows"),
          "rows = "
              + type
              + ".class on "
              + network.field()
              + ": a row would have "
              + rows.width()
              + " features, but a Java array holds at most "
              + LARGEST_ARRAY
              + " numbers. Take fewer.");
      return false;
    }
    return !rows.labels().isEmpty() && !rows.features().isEmpty();
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

  private void report(Problem problem, Origin origin, String message) {
    network.report(problem, origin, message);
  }
}
