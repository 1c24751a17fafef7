package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;

/** What a column must say, given its type and its annotations, which fit each other. */
final class ColumnRules {
  private final Column column;
  private final ColumnType type;
  private final Diagnostics problems;

  ColumnRules(Column column, Diagnostics problems) {
    this.column = column;
    this.type = column.type();
    this.problems = problems;
  }

  /** Reports what is missing or has no meaning. */
  void check() {
    if (column.role() != Role.FEATURE && type.isOptional()) {
      report(
          Problem.UNSUPPORTED_COLUMN,
          column.name()
              + " is of type "
              + type.text()
              + ", but a "
              + (column.role() == Role.LABEL ? "label" : "weight")
              + " is there in every row. Take the type inside.");
    }
    checkEncoding();
    column.parts().stream().filter(part -> part.filling().isPresent()).forEach(this::checkFilling);
  }

  private void checkEncoding() {
    if (column.encoder().isPresent()) {
      return;
    }
    if (type.family() == Family.TEXT) {
      report(
          Problem.MISSING,
          column.name()
              + " is a text, but nothing says how it becomes "
              + (column.role() == Role.LABEL ? "classes" : "features")
              + ". Name its texts with @Categories({\"a\", \"b\"})"
              + (column.role() == Role.LABEL
                  ? ", or make it an enum."
                  : ", take a number of features for any text with @Hashed(32), make it an enum, or"
                      + " leave it out with @Ignore."));
    } else if (type.family() == Family.DATE || type.family() == Family.TIME) {
      report(
          Problem.MISSING,
          column.name()
              + " is a date, but nothing says how it becomes features. Name the cycles that matter,"
              + " such as @Cyclic(Cycle.DAY_OF_WEEK), or leave it out with @Ignore.");
    }
  }

  private void checkFilling(ColumnPart part) {
    boolean isOneNumber = type.family() == Family.NUMBER && column.encoder().isEmpty();
    boolean takesNumber = part.filling().orElseThrow().isNumber();
    if (isOneNumber == takesNumber) {
      return;
    }
    problems.report(
        Problem.CONFLICT,
        part.origin(),
        part.source()
            + " on "
            + column.name()
            + (takesNumber
                ? " gives a missing value a number, but this column becomes features of 0 and 1 or"
                    + " of a circle. Write @Impute(ZEROS), which leaves them all 0."
                : " leaves the features of a missing value 0, but for a number 0 is a value like"
                    + " any other. Write MEAN, MEDIAN, or CONSTANT with a constant."));
  }

  private void report(Problem problem, String message) {
    problems.report(problem, column.origin(), message);
  }
}
