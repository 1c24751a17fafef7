package dev.annette.runtime.rows;

import java.util.List;

/**
 * How rows of one type become features and targets; generated code implements it. Thread-safe.
 *
 * @param <R> a record or class
 */
public interface RowType<R> {
  /** Returns the names of the features: {@code age}, {@code sex=FEMALE}. */
  List<String> featureNames();

  /** Returns the names of the classes by index; empty if rows have numbers to predict. */
  List<String> classNames();

  /** Returns how many numbers to predict a row has; 0 if it belongs to a class. */
  int targetWidth();

  /** Returns whether rows say what they count. */
  default boolean isWeighted() {
    return false;
  }

  /**
   * Writes the features of a row.
   *
   * @param features written from {@code at} on, one for each name
   * @throws ColumnValueException naming the column, its value and the rule
   */
  void encode(R row, float[] features, int at);

  /**
   * Writes the numbers to predict of a row.
   *
   * @param targets written from {@code at} on, {@link #targetWidth()} of them
   * @throws ColumnValueException naming the column, its value and the rule
   */
  default void encodeTargets(R row, float[] targets, int at) {
    throw new IllegalStateException("rows belong to classes");
  }

  /**
   * Returns the class of a row.
   *
   * @throws ColumnValueException naming the column, its value and the rule
   */
  default int label(R row) {
    throw new IllegalStateException("rows have numbers to predict");
  }

  /**
   * Returns what a row counts.
   *
   * @throws ColumnValueException naming the column, its value and the rule
   */
  default float weight(R row) {
    return 1;
  }
}
