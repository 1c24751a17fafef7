package dev.annette.examples.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a CSV file with a header: comma, semicolon or tab, whichever the header has most of. */
final class TableReader {
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Set<String> missing;

  /**
   * Creates a reader.
   *
   * @param missing texts that stand for a missing value, as blanks do
   */
  TableReader(List<String> missing) {
    this.missing = Set.copyOf(missing);
  }

  /**
   * Reads a file.
   *
   * @throws WrongInputException if it is no table: not in UTF-8, without a header or lines, or with
   *     a line of another length
   */
  Table read(Path file) throws IOException {
    String text = text(file);
    Table.Style style = style(text);
    List<String> header = null;
    List<Table.Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(style.separator())
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (header == null) {
          header = record.getFields();
        } else {
          requireLength(file, record, header.size());
          List<String> written = record.getFields();
          lines.add(new Table.Line(record.getStartingLineNumber(), cells(written), written));
        }
      }
    } catch (CsvParseException e) {
      throw new WrongInputException(file + ": " + e.getMessage());
    }
    if (header == null || lines.isEmpty()) {
      throw new WrongInputException(file + " has no lines below a header.");
    }
    return new Table(String.valueOf(file.getFileName()), style, header, lines);
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongInputException(file + " is no file. Name a CSV file with a header.");
    }
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new WrongInputException(file + " is not UTF-8 text. Save it as CSV in UTF-8.");
    }
  }

  private List<String> cells(List<String> written) {
    return written.stream()
        .map(cell -> missing.contains(cell.strip()) ? "" : cell.strip())
        .toList();
  }

  private static void requireLength(Path file, CsvRecord record, int columns) {
    if (record.getFieldCount() != columns) {
      throw new WrongInputException(
          "%s, line %d: %d cells, but the header has %d."
              .formatted(file, record.getStartingLineNumber(), record.getFieldCount(), columns));
    }
  }

  private static Table.Style style(String text) {
    String header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = SEPARATORS[0];
    for (char separator : SEPARATORS) {
      if (count(header, separator) > count(header, best)) {
        best = separator;
      }
    }
    int end = text.indexOf('\n');
    boolean hasReturns = end > 0 && text.charAt(end - 1) == '\r';
    return new Table.Style(best, hasReturns ? "\r\n" : "\n");
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
