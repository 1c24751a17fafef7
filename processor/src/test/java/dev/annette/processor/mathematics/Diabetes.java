package dev.annette.processor.mathematics;

import dev.annette.runtime.data.Dataset;
import java.util.List;

/**
 * The diabetes data of Efron et al. (2004), every column centred and of length 1.
 *
 * @param features {@code [ROWS][COLUMNS]}
 * @param targets {@code [ROWS]}
 */
record Diabetes(double[][] features, double[] targets) {
  static final int ROWS = 442;
  static final int COLUMNS = 10;

  static Diabetes read() {
    List<String[]> cells = DataFile.rows("diabetes.csv");
    double[][] features = new double[ROWS][COLUMNS];
    double[] targets = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        features[row][column] = Double.parseDouble(cells.get(row)[column]);
      }
      targets[row] = Double.parseDouble(cells.get(row)[COLUMNS]);
    }
    for (int column = 0; column < COLUMNS; column++) {
      scale(features, column);
    }
    return new Diabetes(features, targets);
  }

  private static void scale(double[][] features, int column) {
    double mean = 0;
    for (double[] row : features) {
      mean += row[column] / ROWS;
    }
    double squares = 0;
    for (double[] row : features) {
      squares += (row[column] - mean) * (row[column] - mean);
    }
    for (double[] row : features) {
      row[column] = (row[column] - mean) / Math.sqrt(squares);
    }
  }

  Dataset dataset() {
    return dataset(0);
  }

  /** Returns the rows with targets less their mean, for networks without a bias. */
  Dataset centred() {
    double mean = 0;
    for (double target : targets) {
      mean += target / ROWS;
    }
    return dataset(mean);
  }

  private Dataset dataset(double lessTarget) {
    float[] flat = new float[ROWS * COLUMNS];
    float[] shifted = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        flat[row * COLUMNS + column] = (float) features[row][column];
      }
      shifted[row] = (float) (targets[row] - lessTarget);
    }
    return Dataset.ofValues(flat, ROWS, shifted);
  }
}
