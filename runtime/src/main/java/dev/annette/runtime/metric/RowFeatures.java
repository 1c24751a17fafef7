package dev.annette.runtime.metric;

/** What a network reads instead of the features of a dataset's rows. */
@FunctionalInterface
public interface RowFeatures {

  /** Writes the features of one row, {@code [width]}, to a place in an array. */
  void copyRow(int row, float[] target, int from);
}
