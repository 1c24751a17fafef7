package dev.annette.examples.cli;

import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.rows.Cells;
import dev.annette.runtime.rows.ColumnMatch;
import dev.annette.runtime.rows.ColumnValueException;
import dev.annette.runtime.rows.ReadableRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a table as typed rows. */
final class TableRows {
  private final Table table;
  private final Map<String, Integer> places;

  private TableRows(Table table, Map<String, Integer> places) {
    this.table = table;
    this.places = places;
  }

  /** Returns rows with their labels, which must be there. */
  static <R> List<R> labelled(Table table, ReadableRows<R> type) throws IOException {
    return new TableRows(table, ColumnMatch.of(type.columns(), table.header(), table.source()))
        .read(type);
  }

  /** Returns rows to predict, which need neither label nor weight. */
  static <R> List<R> unlabelled(Table table, ReadableRows<R> type) throws IOException {
    return labelled(table, type.unlabelled());
  }

  /** Returns the columns that a network predicts. */
  static List<ColumnDescription> labels(NetworkDescription network) {
    return network.columns().stream().filter(ColumnDescription::isLabel).toList();
  }

  private <R> List<R> read(ReadableRows<R> type) throws IOException {
    List<R> rows = new ArrayList<>();
    float[] features = new float[type.featureNames().size()];
    for (Table.Line line : table.lines()) {
      try {
        R row = type.read(new LineCells(line));
        type.encode(row, features, 0); // what encoders refuse is told with its line, too
        rows.add(row);
      } catch (ColumnValueException wrong) {
        throw new RowFormatException(
            "%s, line %d, %s".formatted(table.source(), line.number(), wrong.getMessage()), wrong);
      }
    }
    return rows;
  }

  /** The cells of one line. */
  private final class LineCells extends Cells {
    private final Table.Line line;

    LineCells(Table.Line line) {
      this.line = line;
    }

    @Override
    protected Object cell(String column) {
      return line.cells().get(places.get(column));
    }
  }
}
