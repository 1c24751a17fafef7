package dev.annette.runtime.rows;

/**
 * How rows of a type are written into the arrays of a dataset or batch.
 *
 * @param type what a row is
 * @param width how many features it has
 * @param targetWidth how many numbers to predict; 0 if it belongs to a class
 */
record RowEncoding<R>(RowType<R> type, int width, int targetWidth) {
  RowEncoding(RowType<R> type) {
    this(type, type.featureNames().size(), type.targetWidth());
  }

  /**
   * Writes one row.
   *
   * @param number what messages call the row
   * @param place which row of the arrays it becomes
   * @param features {@code [> place, width]}
   * @param targets {@code [> place, targetWidth]}, not read if rows belong to classes
   * @param labels {@code [> place]}, not read if rows have numbers to predict
   * @param weights {@code [> place]}, not read if rows do not say what they count
   * @throws IllegalArgumentException naming row, column, value and rule
   */
  void write(
      R row,
      long number,
      int place,
      float[] features,
      float[] targets,
      int[] labels,
      float[] weights) {
    RowDatasets.encode(type, row, number, features, place * width);
    try {
      if (targetWidth > 0) {
        type.encodeTargets(row, targets, place * targetWidth);
      } else {
        labels[place] = type.label(row);
      }
      if (type.isWeighted()) {
        weights[place] = type.weight(row);
      }
    } catch (ColumnValueException wrong) {
      throw wrong.at("row " + number);
    }
  }
}
