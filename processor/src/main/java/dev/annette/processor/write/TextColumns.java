package dev.annette.processor.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cells in rows and columns as lines of text: the first columns to the left, the others right. */
final class TextColumns {
  private static final String GAP = "  ";

  private final int leftAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Starts a table.
   *
   * @param leftAligned how many columns are words; those behind them are numbers
   */
  TextColumns(int leftAligned, String... header) {
    this.leftAligned = leftAligned;
    add(header);
  }

  /** Adds a row with a cell for each column. */
  void add(String... cells) {
    rows.add(Arrays.asList(cells));
  }

  /** Returns a line for each row, the header first. Columns with nothing in them are left out. */
  List<String> lines() {
    int columns = rows.get(0).size();
    List<StringBuilder> lines = rows.stream().map(row -> new StringBuilder()).toList();
    for (int column = 0; column < columns; column++) {
      if (isUsed(column)) {
        addColumn(column, lines);
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private boolean isUsed(int column) {
    return rows.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty());
  }

  private void addColumn(int column, List<StringBuilder> lines) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    for (int row = 0; row < rows.size(); row++) {
      String cell = rows.get(row).get(column);
      String padding = " ".repeat(width - cell.length());
      StringBuilder line = lines.get(row);
      line.append(column == 0 ? "" : GAP);
      line.append(column < leftAligned ? cell + padding : padding + cell);
    }
  }
}
