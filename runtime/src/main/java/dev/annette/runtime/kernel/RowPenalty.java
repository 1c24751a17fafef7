package dev.annette.runtime.kernel;

/** The penalty on what a layer hands on, row by row; that of a whole batch is every row's. */
public final class RowPenalty {
  private float[] values = {};

  /** Makes room for batches of this many rows; what was there is lost if there was not enough. */
  public void reserve(int rows) {
    if (values.length < rows) {
      values = new float[rows];
    }
  }

  /** Returns the numbers, {@code [at least the rows reserved]}. */
  public float[] values() {
    return values;
  }
}
