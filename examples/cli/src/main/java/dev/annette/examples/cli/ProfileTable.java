package dev.annette.examples.cli;

import java.util.List;
import java.util.Locale;

/** What was found in a table, as text: a line for each column. */
final class ProfileTable {
  private ProfileTable() {}

  static String of(Table table, List<ColumnProfile> columns, ColumnProfile label, Task task) {
    int width = columns.stream().mapToInt(column -> column.header().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d lines, %d columns%n"
            .formatted(table.source(), table.lines().size(), columns.size()));
    for (ColumnProfile column : columns) {
      text.append(
          String.format(
                  Locale.ROOT,
                  "  %-" + width + "s  %-24s %s%s",
                  column.header(),
                  column.words(),
                  column.note(),
                  column.equals(label) ? "  <- predicted as " + task.words() : "")
              .stripTrailing());
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
