package dev.annette.runtime.data.csv;

import dev.annette.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file (RFC 4180, UTF-8) and which of its columns are what.
 *
 * <pre>{@code
 * Dataset iris = Csv.file(path).label("species").read();
 * Dataset houses = Csv.file(path).target("price").columns("rooms", "area").read();
 * }</pre>
 *
 * <p>Columns that no method names are features, in the order of the file. Without a header columns
 * are called {@code "0"}, {@code "1"} and so on. Every cell used must hold a finite number, but
 * labels, which are texts. Reading needs {@code de.siegmar:fastcsv} on the class path.
 */
public final class Csv {
  private final Path file;
  private final boolean header;
  private final char separator;
  private final List<String> columns; // empty: all others
  private final List<String> targets; // empty if there is a label
  private final String label; // null if there are targets
  private final List<String> classes; // empty: as they are found

  private Csv(
      Path file,
      boolean header,
      char separator,
      List<String> columns,
      List<String> targets,
      String label,
      List<String> classes) {
    this.file = file;
    this.header = header;
    this.separator = separator;
    this.columns = List.copyOf(columns);
    this.targets = List.copyOf(targets);
    this.label = label;
    this.classes = List.copyOf(classes);
  }

  /** Returns a comma-separated file with a header. */
  public static Csv file(Path file) {
    return new Csv(file, true, ',', List.of(), List.of(), null, List.of());
  }

  /** Says whether the first line names the columns. */
  public Csv header(boolean header) {
    return new Csv(file, header, separator, columns, targets, label, classes);
  }

  /** Says what stands between two cells. */
  public Csv separator(char separator) {
    return new Csv(file, header, separator, columns, targets, label, classes);
  }

  /** Says which columns are features, in this order. */
  public Csv columns(String... columns) {
    return new Csv(file, header, separator, List.of(columns), targets, label, classes);
  }

  /**
   * Says which column holds the class of a row. Classes are numbered in the order in which their
   * texts first appear, unless the texts are exactly the whole numbers from 0 to the number of
   * classes − 1, which then number themselves.
   */
  public Csv label(String column) {
    return new Csv(file, header, separator, columns, List.of(), column, List.of());
  }

  /** Says which column holds the class of a row, and the texts of all classes by their number. */
  public Csv label(String column, List<String> classes) {
    return new Csv(file, header, separator, columns, List.of(), column, classes);
  }

  /** Says which columns hold the numbers to predict. */
  public Csv target(String... columns) {
    return new Csv(file, header, separator, this.columns, List.of(columns), null, List.of());
  }

  /**
   * Returns the rows.
   *
   * @throws dev.annette.runtime.data.RowFormatException naming line, column and text of what is
   *     wrong
   * @throws IllegalStateException if neither a label nor a target was named, or FastCSV is absent
   */
  public Dataset read() throws IOException {
    if (label == null && targets.isEmpty()) {
      throw new IllegalStateException(
          file + ": name the column to predict with label(…) or target(…)");
    }
    try {
      return new CsvReading(this).read();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "reading CSV needs FastCSV on the class path: add the dependency"
              + " de.siegmar:fastcsv:4.4.0 (groupId de.siegmar, artifactId fastcsv)",
          e);
    }
  }

  Path file() {
    return file;
  }

  boolean header() {
    return header;
  }

  char separator() {
    return separator;
  }

  List<String> columns() {
    return columns;
  }

  List<String> targets() {
    return targets;
  }

  String label() {
    return label;
  }

  List<String> classes() {
    return classes;
  }
}
