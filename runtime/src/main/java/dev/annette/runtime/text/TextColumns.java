package dev.annette.runtime.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Lines of cells in aligned columns, two spaces apart: texts to the left, numbers to the right. */
public final class TextColumns {
  private final int columns;
  private final IntPredicate isText;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * Starts with a header.
   *
   * @param isText whether a column, by its number, is aligned to the left
   */
  public TextColumns(List<String> header, IntPredicate isText) {
    this.columns = header.size();
    this.isText = isText;
    lines.add(List.copyOf(header));
  }

  /** Starts with a header of which the first column has texts. */
  public TextColumns(String... header) {
    this(List.of(header), column -> column == 0);
  }

  /**
   * Adds a line.
   *
   * @throws IllegalArgumentException if it has not a cell per column
   */
  public TextColumns add(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "%d cells for %d columns: %s".formatted(cells.size(), columns, cells));
    }
    lines.add(List.copyOf(cells));
    return this;
  }

  /** Adds a line. */
  public TextColumns add(String... cells) {
    return add(List.of(cells));
  }

  /** Returns the lines, each with an end and without spaces before it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int[] widths = widths();
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = cells.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? "" : "  ")
            .append(isText.test(column) ? cell + padding : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns];
    for (List<String> cells : lines) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], cells.get(column).length());
      }
    }
    return widths;
  }
}
