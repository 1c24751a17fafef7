package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/** Which class a row of scores, or a row of a dataset, stands for. */
final class Scores {
  private Scores() {}

  /** Returns the class with the largest score, the first of equal ones. */
  static int largest(float[] scores, int from, int classes) {
    int largest = 0;
    for (int i = 1; i < classes; i++) {
      if (scores[from + i] > scores[from + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** Returns the class of a row: its label, or the one with the largest share of a soft label. */
  static int actual(Dataset rows, int row) {
    if (rows.hasClasses()) {
      return rows.label(row);
    }
    int largest = 0;
    for (int i = 1; i < rows.targetWidth(); i++) {
      if (rows.target(row, i) > rows.target(row, largest)) {
        largest = i;
      }
    }
    return largest;
  }

  /** Returns the number an output should be: for class labels 1 for the class and 0 for others. */
  static double target(Dataset rows, int row, int output) {
    if (rows.hasClasses()) {
      return rows.label(row) == output ? 1 : 0;
    }
    return rows.target(row, output);
  }
}
