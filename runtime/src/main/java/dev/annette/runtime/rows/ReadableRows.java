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

  /** Returns those columns that are not there where there is something to predict. */
  default List<String> answers() {
    return List.of();
  }

  /**
   * Returns the type of the same rows without labels and weights, for a table to predict on: their
   * columns need not be there, and are null, 0 or false in the rows.
   *
   * <pre>{@code
   * List<Flower> found = Csv.file(path).rows(IrisTrainer.rows().unlabelled());
   * List<Species> answers = model.predict(found);
   * }</pre>
   */
  default ReadableRows<R> unlabelled() {
    return new UnlabelledRows<>(this);
  }

  /**
   * Returns a row.
   *
   * @throws ColumnValueException naming the column, its cell and the rule
   */
  R read(Cells cells);
}
