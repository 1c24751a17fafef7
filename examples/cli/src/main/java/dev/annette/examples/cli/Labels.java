package dev.annette.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Which column of a table is predicted, and how. */
final class Labels {
  /** The most different whole numbers that are taken for classes. */
  private static final int CLASSES = 10;

  private Labels() {}

  /**
   * Returns the profile of the label.
   *
   * @throws WrongInputException if no column has the name
   */
  static ColumnProfile find(List<ColumnProfile> columns, String label, String source) {
    return columns.stream()
        .filter(column -> column.header().equals(label) || column.name().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongInputException(
                    "%s has no column \"%s\". Columns: %s."
                        .formatted(
                            source,
                            label,
                            String.join(
                                ", ", columns.stream().map(ColumnProfile::header).toList()))));
  }

  /**
   * Returns how a label is predicted.
   *
   * @param asked what the user wants; null for what the label looks like
   * @throws WrongInputException if the label is not of the kind that is asked for
   */
  static Task task(ColumnProfile label, Task asked) {
    Task fitting =
        switch (label.kind()) {
          case BOOLEAN -> Task.YES_OR_NO;
          case CATEGORY -> Task.CLASSES;
          case NUMBER -> fewWholeNumbers(label) ? Task.CLASSES : Task.NUMBER;
          default ->
              throw new WrongInputException(
                  "The column \"%s\" cannot be predicted: %s. A label is yes or no, one of at most"
                          .formatted(label.header(), why(label))
                      + " %d texts, or a number.".formatted(Profiler.CATEGORIES));
        };
    if (asked == null || asked == fitting) {
      return fitting;
    }
    boolean isLegal =
        switch (asked) {
          case CLASSES -> label.values().size() <= Profiler.CATEGORIES;
          case NUMBER -> label.kind() == ColumnKind.NUMBER;
          case YES_OR_NO -> false;
        };
    if (!isLegal) {
      throw new WrongInputException(
          "The column \"%s\" holds %s, %s: it cannot be predicted as %s. Leave out --task."
              .formatted(
                  label.header(),
                  label.words(),
                  label.note(),
                  asked.name().toLowerCase(Locale.ROOT)));
    }
    return asked;
  }

  private static String why(ColumnProfile label) {
    return label.kind() == ColumnKind.USELESS ? label.note() : "it holds " + label.words();
  }

  private static boolean fewWholeNumbers(ColumnProfile label) {
    return label.values().size() <= CLASSES
        && label.values().stream().allMatch(value -> value.matches("[+-]?\\d+"));
  }

  /** Returns the lines that have a label, and says how many have not. */
  static Table withLabel(Table table, String label, PrintWriter out) {
    int place = table.header().indexOf(label);
    for (int i = 0; place < 0 && i < table.header().size(); i++) {
      place = JavaNames.component(table.header().get(i)).equals(label) ? i : -1;
    }
    if (place < 0) {
      return table; // the source names another label, which is looked for by its name
    }
    int at = place;
    List<Table.Line> lines =
        table.lines().stream().filter(line -> !line.cells().get(at).isBlank()).toList();
    int without = table.lines().size() - lines.size();
    if (without > 0) {
      out.printf("Left out %d lines without %s.%n", without, label);
    }
    return table.withLines(lines);
  }
}
