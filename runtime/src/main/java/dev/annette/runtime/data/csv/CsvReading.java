package dev.annette.runtime.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One reading of a CSV file, line by line. */
final class CsvReading {
  private final Csv csv;
  private CsvColumns columns;
  private final FloatList features = new FloatList();
  private final FloatList targets = new FloatList();
  private final List<String> labels = new ArrayList<>();
  private int rows;

  CsvReading(Csv csv) {
    this.csv = csv;
  }

  Dataset read() throws IOException {
    try (CsvReader<CsvRecord> lines = CsvLines.open(csv)) {
      for (CsvRecord line : lines) {
        add(line);
      }
    } catch (CsvParseException e) {
      throw new RowFormatException(csv.source() + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (rows == 0) {
      throw new RowFormatException(csv.source() + " has no rows");
    }
    return dataset().withColumnNames(columns.featureNames());
  }

  private Dataset dataset() throws RowFormatException {
    if (columns.label() < 0) {
      return Dataset.ofValues(features.toArray(), rows, targets.toArray());
    }
    ClassNames classes = csv.classes().isEmpty() ? ClassNames.of(labels) : given();
    int[] indices = labels.stream().mapToInt(classes::index).toArray();
    return Dataset.ofClasses(features.toArray(), rows, indices).withClassNames(classes.names());
  }

  private ClassNames given() {
    return new ClassNames(csv.classes());
  }

  private void add(CsvRecord line) throws RowFormatException {
    if (columns == null) {
      int count = line.getFieldCount();
      List<String> numbered = IntStream.range(0, count).mapToObj(Integer::toString).toList();
      columns = CsvColumns.of(csv, csv.header() ? line.getFields() : numbered);
      if (csv.header()) {
        return;
      }
    }
    CsvLines.require(csv, line, columns.names().size());
    for (int place : columns.features()) {
      features.add(number(line, place));
    }
    for (int place : columns.targets()) {
      targets.add(number(line, place));
    }
    if (columns.label() >= 0) {
      labels.add(label(line));
    }
    rows++;
  }

  private String label(CsvRecord line) throws RowFormatException {
    String text = line.getField(columns.label());
    if (text.isEmpty() || !(csv.classes().isEmpty() || csv.classes().contains(text))) {
      String known = csv.classes().isEmpty() ? "" : "; classes: " + csv.classes();
      throw wrong(line, columns.label(), "is not a class" + known);
    }
    return text;
  }

  private float number(CsvRecord line, int place) throws RowFormatException {
    String text = line.getField(place).strip();
    if (!text.isEmpty() && isDecimal(text)) {
      try {
        float value = Float.parseFloat(text);
        if (Float.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw wrong(line, place, "is not a number");
      }
      throw wrong(line, place, "is larger than a float can be");
    }
    throw wrong(line, place, "is not a number");
  }

  /** Returns whether there are no letters but an exponent's: no NaN, no hexadecimal, no suffix. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }

  private RowFormatException wrong(CsvRecord line, int place, String rule) {
    return new RowFormatException(
        "%s, line %d, column %s: \"%s\" %s"
            .formatted(
                csv.source(),
                line.getStartingLineNumber(),
                columns.names().get(place),
                line.getField(place),
                rule));
  }
}
