package dev.annette.runtime.selection;

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
    List<StringBuilder> lines = new ArrayList<>();
    for (int row = 0; row <= rows.size(); row++) {
      lines.add(new StringBuilder());
    }
    for (int column = 0; column < header.size(); column++) {
      addColumn(lines, column);
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
    return text.toString();
  }

  private void addColumn(List<StringBuilder> lines, int column) {
    List<String> cells = new ArrayList<>();
    cells.add(header.get(column));
    boolean isText = true;
    for (List<Object> row : rows) {
      Object cell = row.get(column);
      isText &= cell instanceof String;
      cells.add(cell instanceof Double number ? Estimate.rounded(number) : cell.toString());
    }
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    for (int row = 0; row < lines.size(); row++) {
      String padding = " ".repeat(width - cells.get(row).length());
      lines
          .get(row)
          .append(column == 0 ? "" : "  ")
          .append(isText ? cells.get(row) + padding : padding + cells.get(row));
    }
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
