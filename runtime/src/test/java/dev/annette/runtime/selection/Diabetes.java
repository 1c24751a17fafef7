package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The diabetes data. Columns have mean 0 and variance 1, so they are {@link #SCALE} times those of
 * scikit-learn, whose squares sum to 1.
 */
final class Diabetes {
  static final double SCALE = Math.sqrt(442);

  private Diabetes() {}

  static Dataset read() {
    try {
      Dataset raw =
          Csv.stream(Diabetes.class.getResourceAsStream("diabetes.csv"), "diabetes.csv")
              .header(true)
              .target("progression")
              .read();
      return scaled(raw);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Dataset scaled(Dataset raw) {
    int rows = raw.rows();
    float[][] features = new float[rows][raw.width()];
    float[] targets = new float[rows];
    for (int column = 0; column < raw.width(); column++) {
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += raw.feature(row, column) / rows;
      }
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        squares += Math.pow(raw.feature(row, column) - mean, 2);
      }
      for (int row = 0; row < rows; row++) {
        features[row][column] =
            (float) ((raw.feature(row, column) - mean) / Math.sqrt(squares / rows));
        targets[row] = raw.target(row, 0);
      }
    }
    return Dataset.ofValues(features, targets).withColumnNames(raw.columnNames());
  }

  /** Consecutive folds as scikit-learn's KFold makes them: the first ones have a row more. */
  static List<Dataset.Split> consecutive(Dataset rows, int k) {
    List<Dataset.Split> folds = new ArrayList<>();
    int from = 0;
    for (int fold = 0; fold < k; fold++) {
      int to = from + rows.rows() / k + (fold < rows.rows() % k ? 1 : 0);
      List<Integer> train = new ArrayList<>();
      List<Integer> validation = new ArrayList<>();
      for (int row = 0; row < rows.rows(); row++) {
        (row >= from && row < to ? validation : train).add(row);
      }
      folds.add(
          new Dataset.Split(
              rows.select(train.stream().mapToInt(i -> i).toArray()),
              rows.select(validation.stream().mapToInt(i -> i).toArray())));
      from = to;
    }
    return folds;
  }
}
