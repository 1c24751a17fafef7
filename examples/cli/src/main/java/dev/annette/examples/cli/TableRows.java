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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a table as typed rows. */
final class TableRows {
  private final Table table;
  private final Map<String, Integer> places;
  private final Map<String, String> standIns = new HashMap<>();

  private TableRows(Table table, Map<String, Integer> places) {
    this.table = table;
    this.places = places;
  }

  /** Returns rows with their labels, which must be there. */
  static <R> List<R> labelled(Table table, ReadableRows<R> type) throws IOException {
    return new TableRows(table, ColumnMatch.of(type.columns(), table.header(), table.source()))
        .read(type);
  }

  /**
   * Returns rows to predict: what is no feature, label or weight, has a value that nobody reads.
   */
  static <R> List<R> unlabelled(Table table, ReadableRows<R> type, NetworkDescription network)
      throws IOException {
    Map<String, String> standIns = new HashMap<>();
    type.columns().forEach(column -> standIns.put(column, "1"));
    for (ColumnDescription column : network.columns()) {
      if (!column.isLabel()) {
        standIns.remove(column.name());
      } else if (!column.categories().isEmpty()) {
        standIns.put(column.name(), column.categories().get(0));
      }
    }
    List<String> needed = new ArrayList<>(type.columns());
    needed.removeAll(standIns.keySet());
    TableRows rows = new TableRows(table, ColumnMatch.of(needed, table.header(), table.source()));
    rows.standIns.putAll(standIns);
    return rows.read(type);
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
      Integer place = places.get(column);
      return place == null ? standIns.get(column) : line.cells().get(place);
    }
  }
}
