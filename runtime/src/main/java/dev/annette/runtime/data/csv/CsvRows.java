package dev.annette.runtime.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.rows.Cells;
import dev.annette.runtime.rows.ColumnMatch;
import dev.annette.runtime.rows.ColumnValueException;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.rows.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Typed rows of a CSV file, by the names in its header. */
final class CsvRows<R> implements RowReader<R> {
  private final Csv csv;
  private final ReadableRows<R> type;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> lines;

  /** The names of the columns, or null before the first line. */
  private List<String> header;

  private Map<String, Integer> places = Map.of();
  private boolean hasRows;

  CsvRows(Csv csv, ReadableRows<R> type) throws IOException {
    this.csv = csv;
    this.type = type;
    this.reader = CsvLines.open(csv);
    this.lines = reader.iterator();
  }

  @Override
  public R next() throws IOException {
    try {
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        if (header != null) {
          CsvLines.require(csv, line, header.size());
          hasRows = true;
          return row(line);
        }
        header = line.getFields();
        places = ColumnMatch.of(type.columns(), header, csv.source().toString());
      }
    } catch (CsvParseException e) {
      throw new RowFormatException(csv.source() + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!hasRows) {
      throw new RowFormatException(csv.source() + " has no rows");
    }
    return null;
  }

  private R row(CsvRecord line) throws RowFormatException {
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

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
