package dev.annette.runtime.rows;

import dev.annette.runtime.data.RowFormatException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Typed rows of a database. */
public final class ResultSetRows {
  private ResultSetRows() {}

  /**
   * Returns the rows of a result, which is read to its end and stays open. Columns are found by
   * their labels.
   *
   * @throws RowFormatException naming row, column and value of what is wrong
   * @throws SQLException if the database fails
   */
  public static <R> List<R> read(ResultSet result, ReadableRows<R> type)
      throws RowFormatException, SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      labels.add(meta.getColumnLabel(i));
    }
    Map<String, Integer> places = ColumnMatch.of(type.columns(), labels, "the result");
    List<R> rows = new ArrayList<>();
    while (result.next()) {
      try {
        rows.add(type.read(cells(result, places)));
      } catch (ColumnValueException wrong) {
        throw new RowFormatException(
            "the result, row " + rows.size() + ", " + wrong.getMessage(), wrong);
      }
    }
    if (rows.isEmpty()) {
      throw new RowFormatException("the result has no rows");
    }
    return rows;
  }

  private static Cells cells(ResultSet result, Map<String, Integer> places) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      Object value = result.getObject(place.getValue() + 1);
      if (value instanceof Date day) {
        value = day.toLocalDate();
      } else if (value instanceof Timestamp moment) {
        value = moment.toLocalDateTime();
      }
      values.put(place.getKey(), value);
    }
    return new Cells() {
      @Override
      protected Object cell(String column) {
        return values.get(column);
      }
    };
  }
}
