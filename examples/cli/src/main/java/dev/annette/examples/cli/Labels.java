package dev.annette.examples.cli;

import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.rows.ColumnMatch;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which column of a table is predicted, and how. */
final class Labels {
  /** The most different whole numbers that are taken for classes. */
  private static final int CLASSES = 10;

  private Labels() {}

  /**
   * Returns the place of the label in a table.
   *
   * @throws WrongInputException if no column has the name
   */
  static int place(Table table, String label) throws RowFormatException {
    Integer place = ColumnMatch.present(List.of(label), table.header(), table.source()).get(label);
    if (place == null) {
      throw new WrongInputException(
          "%s has no column \"%s\". Columns: %s."
              .formatted(table.source(), label, String.join(", ", table.header())));
    }
    return place;
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

  /** Returns the lines that have a value in each of some columns, and says how many have not. */
  static Table present(Table table, Collection<Integer> places, PrintWriter out) {
    List<Table.Line> lines =
        table.lines().stream()
            .filter(line -> places.stream().noneMatch(at -> line.cells().get(at).isBlank()))
            .toList();
    int without = table.lines().size() - lines.size();
    if (without > 0) {
      String names = places.stream().map(table.header()::get).collect(Collectors.joining(" or "));
      out.printf("Left out %d %s without %s.%n", without, without == 1 ? "line" : "lines", names);
    }
    return table.withLines(lines);
  }
}
