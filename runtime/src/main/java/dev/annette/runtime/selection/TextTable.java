package dev.annette.runtime.selection;

import dev.annette.runtime.text.TextColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells in rows and columns: aligned and rounded to be read, or as comma-separated values with
 * numbers that read back exactly.
 *
 * <p>A cell is a text, a number, an {@link Estimate} or empty. Of an estimate the values have two
 * columns, its mean and, named with {@code _se}, its standard error.
 */
final class TextTable {
  private final List<String> header;
  private final List<List<Object>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** Adds a row with a cell per column. */
  void add(List<?> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Returns lines of aligned columns: texts to the left, everything else to the right. */
  String text() {
    TextColumns lines = new TextColumns(header, this::isText);
    for (List<Object> row : rows) {
      lines.add(row.stream().map(TextTable::rounded).toList());
    }
    return lines.toString();
  }

  private boolean isText(int column) {
    return rows.stream().allMatch(row -> row.get(column) instanceof String);
  }

  private static String rounded(Object cell) {
    return cell instanceof Double number ? Estimate.rounded(number) : cell.toString();
  }

  /** Returns a header line and a line per row. What is not a finite number is empty. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column);
      csv.append(column == 0 ? "" : ",").append(quoted(name));
      csv.append(isEstimate(column) ? "," + quoted(name + "_se") : "");
    }
    csv.append('\n');
    for (List<Object> row : rows) {
      for (int column = 0; column < header.size(); column++) {
        csv.append(column == 0 ? "" : ",").append(values(row.get(column), isEstimate(column)));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private boolean isEstimate(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Estimate);
  }

  private static String values(Object cell, boolean inEstimates) {
    if (cell instanceof Estimate estimate) {
      return exact(estimate.mean()) + "," + exact(estimate.standardError());
    }
    String value = cell instanceof Double number ? exact(number) : quoted(cell.toString());
    return inEstimates ? value + "," : value;
  }

  private static String exact(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "";
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(letter -> ",\"\n\r".indexOf(letter) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
