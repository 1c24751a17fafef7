package dev.annette.runtime.data.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.annette.runtime.data.RowFormatException;
import java.io.IOException;

/** The lines of a CSV file: what FastCSV lets pass, and what it refuses. */
final class CsvLines {
  private static final char REPLACEMENT = '\uFFFD';

  private CsvLines() {}

  /** Opens a file. Lines of another length pass, so that the message about them can be ours. */
  static CsvReader<CsvRecord> open(Csv csv) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(csv.separator())
        .detectBomHeader(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(csv.source().opening().open());
  }

  /** Requires a cell for each column, of legal UTF-8. */
  static void require(Csv csv, CsvRecord line, int columns) throws RowFormatException {
    if (line.getFieldCount() != columns) {
      throw new RowFormatException(
          "%s, line %d: %d cells, but there are %d columns"
              .formatted(
                  csv.source(), line.getStartingLineNumber(), line.getFieldCount(), columns));
    }
    for (int i = 0; i < columns; i++) {
      if (line.getField(i).indexOf(REPLACEMENT) >= 0) {
        throw new RowFormatException(
            "%s, line %d: cell %d of %d is not UTF-8; save the file in UTF-8"
                .formatted(csv.source(), line.getStartingLineNumber(), i + 1, columns));
      }
    }
  }
}
