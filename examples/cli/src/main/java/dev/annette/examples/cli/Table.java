package dev.annette.examples.cli;

import java.util.List;

/**
 * The cells of a CSV file as texts; a missing one is blank.
 *
 * @param source what messages call the file
 * @param header the names of the columns
 * @param lines the lines below the header
 */
record Table(String source, List<String> header, List<Line> lines) {

  /**
   * A line of a file.
   *
   * @param number where it starts in the file, from 1
   * @param cells one for each column
   */
  record Line(long number, List<String> cells) {}

  /** Returns the cells of a column, top to bottom. */
  List<String> column(int place) {
    return lines.stream().map(line -> line.cells().get(place)).toList();
  }
}
