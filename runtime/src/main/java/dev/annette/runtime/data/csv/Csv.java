package dev.annette.runtime.data.csv;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.rows.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
  private final CsvSource source;
  private final boolean header;
  private final char separator;
  private final List<String> columns; // empty: all others
  private final List<String> targets; // empty if there is a label
  private final String label; // null if there are targets
  private final List<String> classes; // empty: as they are found

  private Csv(
      CsvSource source,
      boolean header,
      char separator,
      List<String> columns,
      List<String> targets,
      String label,
      List<String> classes) {
    this.source = source;
    this.header = header;
    this.separator = separator;
    this.columns = List.copyOf(columns);
    this.targets = List.copyOf(targets);
    this.label = label;
    this.classes = List.copyOf(classes);
  }

  /** Returns a comma-separated file with a header. */
  public static Csv file(Path file) {
    return of(new CsvSource(file.toString(), () -> Files.newInputStream(file)));
  }

  /**
   * Returns comma-separated text with a header, read once and closed, such as a resource.
   *
   * @param name what messages call it
   */
  public static Csv stream(InputStream stream, String name) {
    return of(new CsvSource(name, new OnceOpened(stream, name)));
  }

  private static Csv of(CsvSource source) {
    return new Csv(source, true, ',', List.of(), List.of(), null, List.of());
  }

  /** Says whether the first line names the columns. */
  public Csv header(boolean header) {
    return new Csv(source, header, separator, columns, targets, label, classes);
  }

  /** Says what stands between two cells. */
  public Csv separator(char separator) {
    return new Csv(source, header, separator, columns, targets, label, classes);
  }

  /** Says which columns are features, in this order. */
  public Csv columns(String... columns) {
    return new Csv(source, header, separator, List.of(columns), targets, label, classes);
  }

  /**
   * Says which column holds the class of a row. Classes are numbered in the alphabetical order of
   * their texts, from 0; if all are whole numbers, in the order of these. Files that do not have
   * the same classes number them differently: name all of them there.
   */
  public Csv label(String column) {
    return new Csv(source, header, separator, columns, List.of(), column, List.of());
  }

  /** Says which column holds the class of a row, and the texts of all classes by their number. */
  public Csv label(String column, List<String> classes) {
    return new Csv(source, header, separator, columns, List.of(), column, classes);
  }

  /** Says which columns hold the numbers to predict. */
  public Csv target(String... columns) {
    return new Csv(source, header, separator, this.columns, List.of(columns), null, List.of());
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
          source + ": name the column to predict with label(…) or target(…)");
    }
    return withFastCsv(() -> new CsvReading(this).read());
  }

  /**
   * Returns typed rows: their columns are found by the names in the header, of the same letters
   * whatever their case and what is between them ({@code sepal_length} for {@code sepalLength}).
   * Other columns do not matter.
   *
   * @param type how rows are made, such as {@code DigitsTrainer.rows()}
   * @throws dev.annette.runtime.data.RowFormatException naming line, column and text of what is
   *     wrong
   * @throws IllegalStateException if there is no header, or FastCSV is absent
   */
  public <R> List<R> rows(ReadableRows<R> type) throws IOException {
    try (RowReader<R> reader = reader(type)) {
      return RowReader.list(reader);
    }
  }

  /**
   * Returns the same rows one after the other, as they are read; an {@link IOException} becomes the
   * cause of an {@link java.io.UncheckedIOException}. Closing the stream closes the file.
   *
   * @param type how rows are made, such as {@code DigitsTrainer.rows()}
   * @throws IOException if the file cannot be opened
   * @throws IllegalStateException if there is no header, or FastCSV is absent
   */
  public <R> Stream<R> rowStream(ReadableRows<R> type) throws IOException {
    return RowReader.stream(reader(type));
  }

  private <R> RowReader<R> reader(ReadableRows<R> type) throws IOException {
    if (!header) {
      throw new IllegalStateException(source + ": typed rows are found by the names of a header");
    }
    return withFastCsv(() -> new CsvRows<>(this, type));
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T withFastCsv(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "reading CSV needs FastCSV on the class path: add the dependency"
              + " de.siegmar:fastcsv:4.4.0 (groupId de.siegmar, artifactId fastcsv)",
          e);
    }
  }

  CsvSource source() {
    return source;
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
