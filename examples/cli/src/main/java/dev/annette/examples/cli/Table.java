package dev.annette.examples.cli;

import java.util.List;

/**
 * The cells of a CSV file as texts.
 *
 * @param source what messages call the file
 * @param style how the file is written
 * @param header the names of the columns
 * @param lines the lines below the header
 */
record Table(String source, Style style, List<String> header, List<Line> lines) {

  /**
   * How a file is written.
   *
   * @param separator what stands between two cells
   * @param lineEnd what ends a line: {@code "\n"} or {@code "\r\n"}
   */
  record Style(char separator, String lineEnd) {}

  /**
   * A line of a file.
   *
   * @param number where it starts in the file, from 1
   * @param cells one for each column, without blanks around it; a missing one is empty
   * @param written the same as they are in the file
   */
  record Line(long number, List<String> cells, List<String> written) {}

  /** Returns the cells of a column, top to bottom. */
  List<String> column(int place) {
    return lines.stream().map(line -> line.cells().get(place)).toList();
  }

  /** Returns the table of the same columns with some of its lines. */
  Table withLines(List<Line> some) {
    return new Table(source, style, header, some);
  }
}
