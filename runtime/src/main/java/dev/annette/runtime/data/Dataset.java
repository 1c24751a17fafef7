package dev.annette.runtime.data;

import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in memory that never change: features, targets, and optionally what each row counts and how
 * columns and classes are called.
 *
 * <p>A dataset is a choice of rows from arrays it shares with other datasets, so {@link #select}
 * and {@link #split} copy no features. What the factories are given is copied.
 */
public final class Dataset extends Splitting {
  private final DatasetArrays arrays;
  private final int[] order; // [rows], the row of the arrays that each row is
  private final float[] weights; // [rows], or null if every row counts 1

  Dataset(DatasetArrays arrays, int[] order, float[] weights) {
    this.arrays = arrays;
    this.order = order;
    this.weights = weights;
  }

  /** The two parts of a split dataset. */
  public record Split(Dataset train, Dataset validation) {}

  /**
   * Returns rows that each belong to a class.
   *
   * @param features {@code [rows][width]}, finite
   * @param labels {@code [rows]}, class indices from 0
   * @throws IllegalArgumentException naming the row, column and value that breaks a rule
   */
  public static Dataset ofClasses(float[][] features, int[] labels) {
    Rows.requireGiven(features, "features", labels, "labels");
    return ofClasses(Rows.flatten("features", features), features.length, labels);
  }

  /**
   * Returns rows that each belong to a class.
   *
   * @param features {@code [rows, width]}, finite
   * @param labels {@code [rows]}, class indices from 0
   * @throws IllegalArgumentException naming the row, column and value that breaks a rule
   */
  public static Dataset ofClasses(float[] features, int rows, int[] labels) {
    Rows.requireGiven(features, "features", labels, "labels");
    int width = Rows.width("features", features.length, rows);
    Rows.requireFinite("features", features, width, List.of());
    Rows.requireLabels(labels, rows);
    Targets targets = new Targets.Classes(labels.clone());
    return of(new DatasetArrays(features.clone(), width, targets, 1));
  }

  /**
   * Returns rows with one number each to predict.
   *
   * @param features {@code [rows][width]}, finite
   * @param targets {@code [rows]}, finite
   * @throws IllegalArgumentException naming the row, column and value that breaks a rule
   */
  public static Dataset ofValues(float[][] features, float[] targets) {
    Rows.requireGiven(features, "features", targets, "targets");
    Rows.requireCount("targets", targets.length, features.length);
    return ofValues(Rows.flatten("features", features), features.length, targets);
  }

  /**
   * Returns rows with numbers to predict.
   *
   * @param features {@code [rows][width]}, finite
   * @param targets {@code [rows][outputs]}, finite
   * @throws IllegalArgumentException naming the row, column and value that breaks a rule
   */
  public static Dataset ofValues(float[][] features, float[][] targets) {
    Rows.requireGiven(features, "features", targets, "targets");
    Rows.requireCount("rows of targets", targets.length, features.length);
    return ofValues(
        Rows.flatten("features", features), features.length, Rows.flatten("targets", targets));
  }

  /**
   * Returns rows with numbers to predict.
   *
   * @param features {@code [rows, width]}, finite
   * @param targets {@code [rows, outputs]}, finite
   * @throws IllegalArgumentException naming the row, column and value that breaks a rule
   */
  public static Dataset ofValues(float[] features, int rows, float[] targets) {
    Rows.requireGiven(features, "features", targets, "targets");
    int width = Rows.width("features", features.length, rows);
    int outputs = Rows.width("targets", targets.length, rows);
    Rows.requireFinite("features", features, width, List.of());
    Rows.requireFinite("targets", targets, outputs, List.of());
    Targets values = new Targets.Values(targets.clone());
    return of(new DatasetArrays(features.clone(), width, values, outputs));
  }

  /** Returns all rows of the arrays in their order. */
  static Dataset of(DatasetArrays arrays) {
    return new Dataset(arrays, Rows.ascending(arrays.rows()), null);
  }

  /** Returns how many rows there are. */
  public int rows() {
    return order.length;
  }

  /** Returns how many features a row has. */
  public int width() {
    return arrays.width();
  }

  /** Returns whether every row belongs to a class, rather than having numbers to predict. */
  public boolean hasClasses() {
    return arrays.targets() instanceof Targets.Classes;
  }

  /** Returns how many numbers to predict a row has; 1 if rows belong to classes. */
  public int targetWidth() {
    return arrays.targetWidth();
  }

  /** Returns a copy of the features of one row, {@code [width]}. */
  public float[] row(int row) {
    int from = order[row] * width();
    return Arrays.copyOfRange(arrays.features(), from, from + width());
  }

  /** Writes the features of one row, {@code [width]}, to a place in an array. */
  public void copyRow(int row, float[] target, int from) {
    System.arraycopy(arrays.features(), order[row] * width(), target, from, width());
  }

  /** Returns one feature. */
  public float feature(int row, int column) {
    return arrays.features()[order[row] * width() + column];
  }

  /**
   * Returns the class of a row.
   *
   * @throws IllegalStateException if rows have numbers to predict
   */
  public int label(int row) {
    if (arrays.targets() instanceof Targets.Classes classes) {
      return classes.indices()[order[row]];
    }
    throw new IllegalStateException("these rows have numbers to predict, not classes");
  }

  /**
   * Returns a number to predict.
   *
   * @throws IllegalStateException if rows belong to classes
   */
  public float target(int row, int output) {
    if (arrays.targets() instanceof Targets.Values values) {
      return values.values()[order[row] * targetWidth() + output];
    }
    throw new IllegalStateException("these rows belong to classes, they have no numbers");
  }

  /** Returns what a row counts: 1 unless {@link #withWeights} said otherwise. */
  public float weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /** Returns whether rows were given weights. */
  public boolean hasWeights() {
    return weights != null;
  }

  /** Returns the names of the columns, or an empty list. */
  public List<String> columnNames() {
    return arrays.columnNames();
  }

  /** Returns the names of the classes by index, or an empty list. */
  public List<String> classNames() {
    return arrays.classNames();
  }

  /**
   * Writes some rows into a batch, which then holds exactly these.
   *
   * @param chosen row numbers of this dataset
   * @param from first of them to write
   * @param count how many; at most what the batch has room for
   */
  void copyTo(Batch batch, int[] chosen, int from, int count) {
    for (int i = 0; i < count; i++) {
      int row = chosen[from + i];
      arrays.copyRow(order[row], batch, i);
      if (weights != null) {
        batch.weights()[i] = weights[row];
      }
    }
    batch.rows(count);
  }

  /** Returns all rows as one batch, copied. */
  public Batch toBatch() {
    Batch batch = Batch.withRoomFor(rows(), this);
    copyTo(batch, Rows.ascending(rows()), 0, rows());
    return batch;
  }

  /** Returns some rows, in the order given; a row may be chosen more than once. */
  public Dataset select(int[] rows) {
    int[] chosen = new int[rows.length];
    float[] chosenWeights = weights == null ? null : new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = order[rows[i]];
      if (weights != null) {
        chosenWeights[i] = weights[rows[i]];
      }
    }
    return new Dataset(arrays, chosen, chosenWeights);
  }

  /**
   * Returns the same rows, each counting its weight in losses and metrics.
   *
   * @param weights {@code [rows]}, finite, at least 0, and not all 0
   * @throws IllegalArgumentException naming the row and value that breaks a rule
   */
  public Dataset withWeights(float[] weights) {
    Rows.requireGiven(weights, "weights");
    Rows.requireWeights(weights, rows());
    return new Dataset(arrays, order, weights.clone());
  }

  /** Returns whether a row counts: not all weights are 0. */
  public boolean counts() {
    return weights == null || Rows.isAnyAboveZero(weights);
  }

  /**
   * Returns the same rows with weights scaled to a mean of 1; these rows if they have none.
   *
   * @throws IllegalArgumentException if all weights are 0, as they may be in a part of a dataset
   */
  public Dataset withMeanWeightOne() {
    if (!counts()) {
      throw new IllegalArgumentException(
          "the weights of these %d rows are all 0; at least one row must count".formatted(rows()));
    }
    return weights == null ? this : new Dataset(arrays, order, Rows.scaledToMeanOne(weights));
  }

  /** Returns the same rows with a name for every column. */
  public Dataset withColumnNames(List<String> names) {
    Rows.requireCount("column names", names.size(), width());
    return new Dataset(arrays.withColumnNames(names), order, weights);
  }

  /** Returns the same rows with a name for every class, by index. */
  public Dataset withClassNames(List<String> names) {
    return new Dataset(arrays.withClassNames(names), order, weights);
  }

  @Override
  Dataset whole() {
    return this;
  }

  /**
   * Requires that a network can be trained on these rows and measured with them.
   *
   * @throws IllegalArgumentException naming row, column, value and the rule that is broken
   */
  public void check(NetworkDescription network) {
    new DatasetCheck(this, network).run();
  }
}
