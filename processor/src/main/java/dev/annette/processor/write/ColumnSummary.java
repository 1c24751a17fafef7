package dev.annette.processor.write;

import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of typed rows as lines of text: their types, what they become, and how wide. */
final class ColumnSummary {
  private ColumnSummary() {}

  /** Returns a line of column names and one for each column, and one for all. */
  static List<String> lines(RowDeclaration rows) {
    TextColumns table = new TextColumns(3, "column", "type", "becomes", "features");
    for (Column column : rows.columns()) {
      boolean isFeature = column.role() == Column.Role.FEATURE;
      table.add(
          column.name(),
          column.type().text(),
          meaning(column),
          isFeature ? Integer.toString(column.width()) : "");
    }
    table.add("", "", "", Long.toString(rows.width()));
    return table.lines();
  }

  /** Returns the annotations of a column, or what happens to one that has none. */
  private static String meaning(Column column) {
    String declared =
        column.parts().stream()
            .map(ColumnPart::source)
            .filter(source -> source.startsWith("@"))
            .collect(Collectors.joining(" "));
    String encoder =
        column
            .encoder()
            .map(ColumnEncoder::className)
            .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
            .orElse(column.type().family() == ColumnType.Family.BOOLEAN ? "0 or 1" : "as it is");
    return declared.isEmpty() ? encoder : declared;
  }
}
