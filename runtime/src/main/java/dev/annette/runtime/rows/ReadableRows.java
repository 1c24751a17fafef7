package dev.annette.runtime.rows;

import java.util.List;

/**
 * A type of rows that tables can be read into; generated code implements it.
 *
 * @param <R> a record, or a class that can be made without arguments
 */
public interface ReadableRows<R> extends RowType<R> {
  /** Returns the columns that a table must have; ignored ones need not be there. */
  List<String> columns();

  /**
   * Returns a row.
   *
   * @throws ColumnValueException naming the column, its cell and the rule
   */
  R read(Cells cells);
}
