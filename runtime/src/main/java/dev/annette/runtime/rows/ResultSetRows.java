package dev.annette.runtime.rows;

import dev.annette.runtime.data.RowFormatException;
import java.io.IOException;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Typed rows of a database. Columns are found by their labels. */
public final class ResultSetRows {
  private ResultSetRows() {}

  /**
   * Returns the rows of a result, which is read to its end and stays open.
   *
   * @throws RowFormatException naming row, column and value of what is wrong
   * @throws SQLException if the database fails
   */
  public static <R> List<R> read(ResultSet result, ReadableRows<R> type)
      throws RowFormatException, SQLException {
    Reader<R> reader = new Reader<>(result, type);
    List<R> rows = new ArrayList<>();
    for (R row = reader.row(); row != null; row = reader.row()) {
      rows.add(row);
    }
    return rows;
  }

  /**
   * Returns the rows of a result one after the other, as they are read; an {@link IOException},
   * which a failure of the database becomes too, is the cause of an {@link
   * java.io.UncheckedIOException}. Closing the stream closes the result.
   *
   * @throws RowFormatException if the result has not the columns
   * @throws SQLException if the database fails
   */
  public static <R> Stream<R> stream(ResultSet result, ReadableRows<R> type)
      throws RowFormatException, SQLException {
    return RowReader.stream(new Reader<>(result, type));
  }

  /**
   * Returns rows that are read anew whenever they are asked for: each time the query runs again,
   * and its result is closed at the end. A failure of the database is an {@link IOException}.
   *
   * <pre>{@code
   * trainer.fit(ResultSetRows.streams(query, HousesTrainer.rows()), Training.epochs(20));
   * }</pre>
   *
   * @param query a query of rows in a fixed order; it stays open
   */
  public static <R> RowStreams<R> streams(PreparedStatement query, ReadableRows<R> type) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(type, "type");
    return () -> {
      try {
        return open(query.executeQuery(), type);
      } catch (SQLException e) {
        throw failed(e);
      }
    };
  }

  private static <R> Stream<R> open(ResultSet result, ReadableRows<R> type)
      throws IOException, SQLException {
    try {
      return stream(result, type);
    } catch (IOException | SQLException | RuntimeException e) {
      try {
        result.close();
      } catch (SQLException another) {
        e.addSuppressed(another);
      }
      throw e;
    }
  }

  private static IOException failed(SQLException e) {
    return new IOException("the database failed: " + e.getMessage(), e);
  }

  /** The rows that follow in a result. */
  private static final class Reader<R> implements RowReader<R> {
    private final ResultSet result;
    private final ReadableRows<R> type;
    private final Map<String, Integer> places;
    private long rows;

    Reader(ResultSet result, ReadableRows<R> type) throws RowFormatException, SQLException {
      this.result = result;
      this.type = type;
      ResultSetMetaData meta = result.getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        labels.add(meta.getColumnLabel(i));
      }
      this.places = ColumnMatch.of(type.columns(), labels, "the result");
    }

    /** Returns the next row, or null behind the last. */
    R row() throws RowFormatException, SQLException {
      if (!result.next()) {
        if (rows == 0) {
          throw new RowFormatException("the result has no rows");
        }
        return null;
      }
      try {
        R row = type.read(cells(result, places));
        rows++;
        return row;
      } catch (ColumnValueException wrong) {
        throw new RowFormatException("the result, row " + rows + ", " + wrong.getMessage(), wrong);
      }
    }

    @Override
    public R next() throws IOException {
      try {
        return row();
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        result.close();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
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
