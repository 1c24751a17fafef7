package dev.annette.runtime.data;

import dev.annette.runtime.kernel.loss.Targets;
import java.util.List;

/**
 * The numbers that datasets choose their rows from. Never changed.
 *
 * @param features {@code [rows, width]}
 * @param width how many features a row has
 * @param targets class indices {@code [rows]} or values {@code [rows, targetWidth]}
 * @param targetWidth how many target values a row has; 1 for classes
 * @param columnNames {@code [width]}, or empty
 * @param classNames by class index, or empty
 */
record DatasetArrays(
    float[] features,
    int width,
    Targets targets,
    int targetWidth,
    List<String> columnNames,
    List<String> classNames) {

  DatasetArrays {
    columnNames = List.copyOf(columnNames);
    classNames = List.copyOf(classNames);
  }

  DatasetArrays(float[] features, int width, Targets targets, int targetWidth) {
    this(features, width, targets, targetWidth, List.of(), List.of());
  }

  int rows() {
    return features.length / width;
  }

  /** Writes one row of these arrays into a place of a batch. */
  void copyRow(int row, Batch batch, int place) {
    System.arraycopy(features, row * width, batch.features(), place * width, width);
    if (targets instanceof Targets.Classes from && batch.targets() instanceof Targets.Classes to) {
      to.indices()[place] = from.indices()[row];
    } else if (targets instanceof Targets.Values from
        && batch.targets() instanceof Targets.Values to) {
      int start = row * targetWidth;
      System.arraycopy(from.values(), start, to.values(), place * targetWidth, targetWidth);
    }
  }

  DatasetArrays withColumnNames(List<String> names) {
    return new DatasetArrays(features, width, targets, targetWidth, names, classNames);
  }

  DatasetArrays withClassNames(List<String> names) {
    if (targets instanceof Targets.Classes classes) {
      Rows.requireNamed(classes.indices(), names);
      return new DatasetArrays(features, width, targets, targetWidth, columnNames, names);
    }
    throw new IllegalArgumentException("these rows have numbers to predict, so no class names");
  }
}
