package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;

/** What a column must say, given its type and its annotations, which fit each other. */
final class ColumnRules {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** The greatest of the whole numbers that a float tells from each other. */
  private static final int MOST_CATEGORIES = 1 << 24;

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
    column.parts().stream()
        .filter(part -> part.embedding().isPresent())
        .forEach(this::checkEmbedding);
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

  private void checkEmbedding(ColumnPart part) {
    if (type.family() == Family.NUMBER && column.encoder().isEmpty()) {
      report(
          Problem.MISSING,
          part,
          " gives each category numbers of its own, but a number has no categories. Cut it into"
              + " ranges, such as with @Bucketize({18, 65}), or remove @Embedding.");
      return;
    }
    long categories = column.encoder().map(ColumnEncoder::width).orElse(1);
    long numbers = categories * part.embedding().orElseThrow();
    if (categories > MOST_CATEGORIES) {
      report(
          Problem.TOO_LARGE,
          part,
          ": a feature is a float, which counts to "
              + MOST_CATEGORIES
              + " without a gap, but there are "
              + categories
              + " categories. Take fewer.");
    } else if (numbers > LARGEST_ARRAY) {
      report(
          Problem.TOO_LARGE,
          part,
          " needs "
              + numbers
              + " numbers for "
              + categories
              + " categories, but a Java array holds at most "
              + LARGEST_ARRAY
              + ". Take fewer.");
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
            + (column.parts().stream().anyMatch(one -> one.embedding().isPresent())
                ? " gives a missing value a number, but @Embedding reads which category it is."
                    + " Write @Impute(ZEROS), for which its numbers are 0, with one more feature"
                    + " that says so."
                : takesNumber
                    ? " gives a missing value a number, but this column becomes features of 0 and 1"
                        + " or of a circle. Write @Impute(ZEROS), which leaves them all 0."
                    : " leaves the features of a missing value 0, but for a number 0 is a value"
                        + " like any other. Write MEAN, MEDIAN, or CONSTANT with a constant."));
  }

  private void report(Problem problem, ColumnPart part, String message) {
    problems.report(problem, part.origin(), part.source() + " on " + column.name() + message);
  }

  private void report(Problem problem, String message) {
    problems.report(problem, column.origin(), message);
  }
}
