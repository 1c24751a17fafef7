package dev.annette.runtime.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.rows.Cells;
import dev.annette.runtime.rows.ColumnMatch;
import dev.annette.runtime.rows.ColumnValueException;
import dev.annette.runtime.rows.ReadableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Typed rows of a CSV file, by the names in its header. */
final class CsvRows {
  private final Csv csv;

  CsvRows(Csv csv) {
    this.csv = csv;
  }

  <R> List<R> read(ReadableRows<R> type) throws IOException {
    List<R> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> lines = CsvLines.open(csv)) {
      List<String> header = null;
      Map<String, Integer> places = Map.of();
      for (CsvRecord line : lines) {
        if (header == null) {
          header = line.getFields();
          places = ColumnMatch.of(type.columns(), header, csv.source().toString());
        } else {
          CsvLines.require(csv, line, header.size());
          rows.add(row(type, line, places));
        }
      }
    } catch (CsvParseException e) {
      throw new RowFormatException(csv.source() + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (rows.isEmpty()) {
      throw new RowFormatException(csv.source() + " has no rows");
    }
    return rows;
  }

  private <R> R row(ReadableRows<R> type, CsvRecord line, Map<String, Integer> places)
      throws RowFormatException {
    try {
      return type.read(
          new Cells() {
            @Override
            protected Object cell(String column) {
              return line.getField(places.get(column));
            }
          });
    } catch (ColumnValueException wrong) {
      throw new RowFormatException(
          "%s, line %d, %s"
              .formatted(csv.source(), line.getStartingLineNumber(), wrong.getMessage()),
          wrong);
    }
  }
}
