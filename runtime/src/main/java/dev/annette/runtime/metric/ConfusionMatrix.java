package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Arrays;
import java.util.List;

/** How often each class was taken for each class, as sums of sample weights. */
public final class ConfusionMatrix implements Metric {
  private final List<String> names;
  private final double[][] counts; // [actual][predicted]

  /**
   * Starts with no rows.
   *
   * @param names the names of the classes, by index
   */
  public ConfusionMatrix(List<String> names) {
    this.names = List.copyOf(names);
    this.counts = new double[names.size()][names.size()];
  }

  /**
   * Starts with no rows of a network whose outputs are classes.
   *
   * @param names the names of the classes, by index; where there are none, those of a typed label,
   *     and where there are none either, the index is the name
   */
  public static ConfusionMatrix of(NetworkDescription network, List<String> names) {
    return new ConfusionMatrix(OutputNames.ofClasses(network, names));
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    int predicted = Scores.largest(logits, from, counts.length);
    add(Scores.actual(rows, row), predicted, rows.weight(row));
  }

  /** Adds a row of a class that was taken for a class. */
  void add(int actual, int predicted, double weight) {
    counts[actual][predicted] += weight;
  }

  /** Returns the accuracy. */
  @Override
  public double value() {
    double right = 0;
    double all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      all += actual(i);
    }
    return right / all;
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }

  /** Returns the names of the classes. */
  public List<String> names() {
    return names;
  }

  /** Returns how many rows of one class were taken for another, or for itself. */
  public double count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** Returns the share of the rows taken for a class that are of it; 0 if none was. */
  public double precision(int label) {
    return scores(label).precision();
  }

  /** Returns the share of the rows of a class that were taken for it; 0 if there are none. */
  public double recall(int label) {
    return scores(label).recall();
  }

  /** Returns the harmonic mean of precision and recall; 0 if both are 0. */
  public double f1(int label) {
    return scores(label).f1();
  }

  /** Returns how well a class is told from the others. */
  public ClassScores scores(int label) {
    return ClassScores.of(counts[label][label], predicted(label), actual(label));
  }

  /**
   * Returns the mean over classes, each of which counts the same; classes that no row is of and
   * none was taken for do not count.
   */
  public ClassScores macro() {
    ClassScoresMean mean = new ClassScoresMean();
    for (int label = 0; label < counts.length; label++) {
      mean.add(scores(label), actual(label) + predicted(label) > 0 ? 1 : 0);
    }
    return mean.value();
  }

  /** Returns the mean over classes, each of which counts as many rows as are of it. */
  public ClassScores weighted() {
    ClassScoresMean mean = new ClassScoresMean();
    for (int label = 0; label < counts.length; label++) {
      mean.add(scores(label), actual(label));
    }
    return mean.value();
  }

  private double actual(int label) {
    double sum = 0;
    for (double count : counts[label]) {
      sum += count;
    }
    return sum;
  }

  private double predicted(int label) {
    double sum = 0;
    for (double[] row : counts) {
      sum += row[label];
    }
    return sum;
  }

  /** Returns whether it has the same names and counts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix matrix
        && names.equals(matrix.names)
        && Arrays.deepEquals(counts, matrix.counts);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.deepHashCode(counts);
  }

  /**
   * Returns a text table: a row per actual class, a column per predicted one, and precision, recall
   * and F1 of each class.
   */
  @Override
  public String toString() {
    return ConfusionTable.withScores(this);
  }
}
