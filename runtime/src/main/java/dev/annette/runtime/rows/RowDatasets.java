package dev.annette.runtime.rows;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Datasets and features of typed rows. */
public final class RowDatasets {
  private RowDatasets() {}

  /**
   * Returns the rows as a dataset, with the names of features and classes.
   *
   * @throws IllegalArgumentException if there is no row, or naming row, column, value and rule
   */
  public static <R> Dataset of(RowType<R> type, Iterable<? extends R> rows) {
    return of(type, rows.iterator());
  }

  /**
   * Returns the rows as a dataset, with the names of features and classes.
   *
   * @throws IllegalArgumentException if there is no row, or naming row, column, value and rule
   */
  public static <R> Dataset of(RowType<R> type, Iterator<? extends R> rows) {
    RowArrays<R> arrays = new RowArrays<>(type);
    while (rows.hasNext()) {
      arrays.add(rows.next());
    }
    return arrays.dataset();
  }

  /** Returns rows that are read anew for every pass, so that they need not be in memory. */
  public static <R> RowSource source(RowType<R> type, RowStreams<? extends R> rows) {
    return new StreamedRows<>(type, Objects.requireNonNull(rows, "rows are null"));
  }

  /**
   * Returns the features of rows, {@code [rows, features]}.
   *
   * @throws IllegalArgumentException naming row, column, value and rule
   */
  public static <R> float[] features(RowType<R> type, List<? extends R> rows) {
    int width = type.featureNames().size();
    float[] features = new float[Math.multiplyExact(rows.size(), width)];
    int number = 0;
    for (R row : rows) {
      encode(type, row, number, features, number * width);
      number++;
    }
    return features;
  }

  /**
   * Returns the features of rows, {@code [rows][features]}.
   *
   * @throws IllegalArgumentException naming row, column, value and rule
   */
  public static <R> float[][] inputs(RowType<R> type, List<? extends R> rows) {
    float[][] features = new float[rows.size()][type.featureNames().size()];
    int number = 0;
    for (R row : rows) {
      encode(type, row, number, features[number], 0);
      number++;
    }
    return features;
  }

  /**
   * Returns the answers to the rows of a stream, in order, each made when it is asked for.
   *
   * @param answer refuses a row by an {@link IllegalArgumentException}; a row that a column is
   *     wrong in is named by its number
   */
  public static <R, A> Stream<A> answers(Stream<? extends R> rows, Function<R, A> answer) {
    AtomicLong number = new AtomicLong();
    return rows.sequential()
        .map(
            row -> {
              long at = number.getAndIncrement();
              try {
                return answer.apply(require(row, at));
              } catch (ColumnValueException wrong) {
                throw wrong.at("row " + at);
              }
            });
  }

  static <R> void encode(RowType<R> type, R row, long number, float[] features, int at) {
    try {
      type.encode(require(row, number), features, at);
    } catch (ColumnValueException wrong) {
      throw wrong.at("row " + number);
    }
  }

  static <R> R require(R row, long number) {
    if (row == null) {
      throw new IllegalArgumentException("row " + number + " is null");
    }
    return row;
  }
}
