package dev.annette.runtime.data;

import dev.annette.runtime.kernel.loss.Targets;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The rows of one training step.
 *
 * <p>A batch that {@link Batches} fills is reused: its arrays have room for a full batch, and a
 * smaller last batch uses the first {@link #rows()} rows of them.
 */
public final class Batch {
  private static final float[] NO_VALUES = {};
  private static final int[] NO_LABELS = {};

  private final float[] features;
  private final int width;
  private final Targets targets;
  private final float[] weights;
  private int rows;

  private Batch(float[] features, int rows, int width, Targets targets, float[] weights) {
    this.features = features;
    this.rows = rows;
    this.width = width;
    this.targets = targets;
    this.weights = weights;
  }

  /**
   * Returns a batch of rows that count the same. Nothing is copied.
   *
   * @param features {@code [rows, width]}
   * @throws IllegalArgumentException if there are no rows or a length does not fit them
   */
  public static Batch of(float[] features, int rows, Targets targets) {
    return of(features, rows, targets, null);
  }

  /**
   * Returns a batch. Nothing is copied.
   *
   * @param features {@code [rows, width]}
   * @param weights {@code [rows]}, or null if every row counts 1
   * @throws IllegalArgumentException if there are no rows or a length does not fit them
   */
  public static Batch of(float[] features, int rows, Targets targets, float[] weights) {
    Objects.requireNonNull(features, "features are null; a batch needs them");
    Objects.requireNonNull(targets, "targets are null; a batch needs them");
    if (rows < 1) {
      throw new IllegalArgumentException("a batch needs at least 1 row, not " + rows);
    }
    requireMultiple("features", features.length, rows);
    if (targets instanceof Targets.Classes classes) {
      requireEqual("class indices", classes.indices().length, rows);
    } else if (targets instanceof Targets.Values values) {
      requireMultiple("target values", values.values().length, rows);
    }
    if (weights != null) {
      requireEqual("weights", weights.length, rows);
    }
    return new Batch(features, rows, features.length / rows, targets, weights);
  }

  /**
   * Returns an empty batch to be filled anew for every step, in arrays that have room for so many
   * rows as the features have. Nothing is copied.
   *
   * @param features {@code [capacity, width]}
   * @param targets of at least {@code capacity} rows
   * @param weights {@code [≥ capacity]}, or null if every row counts 1
   */
  public static Batch reusable(float[] features, int width, Targets targets, float[] weights) {
    return new Batch(features, 0, width, targets, weights);
  }

  /** Returns an empty batch with room for this many rows of a dataset. */
  static Batch withRoomFor(int capacity, Dataset dataset) {
    int outputs = dataset.targetWidth();
    Targets targets =
        dataset.hasClasses()
            ? new Targets.Classes(new int[capacity])
            : new Targets.Values(new float[capacity * outputs]);
    float[] weights = dataset.hasWeights() ? new float[capacity] : null;
    int width = dataset.width();
    return reusable(new float[capacity * width], width, targets, weights);
  }

  private static void requireMultiple(String what, int length, int rows) {
    if (length == 0 || length % rows != 0) {
      throw new IllegalArgumentException(
          "a batch of %d rows needs a multiple of %d %s, not %d"
              .formatted(rows, rows, what, length));
    }
  }

  private static void requireEqual(String what, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "a batch of %d rows needs %d %s, not %d".formatted(rows, rows, what, length));
    }
  }

  /** Returns the features, {@code [rows, width]}, in an array that may be longer. */
  public float[] features() {
    return features;
  }

  /** Returns how many rows the batch holds. */
  public int rows() {
    return rows;
  }

  /** Returns how many rows its arrays have room for. */
  public int capacity() {
    return features.length / width;
  }

  /** Returns how many features a row has. */
  public int width() {
    return width;
  }

  /** Returns the targets, whose array may be longer. */
  public Targets targets() {
    return targets;
  }

  /** Returns what each row counts, {@code [rows]} in an array that may be longer; null if all 1. */
  public float[] weights() {
    return weights;
  }

  /**
   * Says how many rows the arrays of a reusable batch now hold.
   *
   * @throws IllegalArgumentException if there is no room for them
   */
  public void rows(int rows) {
    if (rows < 0 || rows > capacity()) {
      throw new IllegalArgumentException(
          "a batch with room for %d rows cannot hold %d".formatted(capacity(), rows));
    }
    this.rows = rows;
  }

  /** Returns an empty batch with room for this many rows of a source. */
  static Batch withRoomFor(int capacity, RowSource source) {
    int outputs = source.targetWidth();
    Targets targets =
        outputs > 0
            ? new Targets.Values(new float[Math.multiplyExact(capacity, outputs)])
            : new Targets.Classes(new int[capacity]);
    float[] weights = source.isWeighted() ? new float[capacity] : null;
    int width = source.width();
    return reusable(new float[Math.multiplyExact(capacity, width)], width, targets, weights);
  }

  /** Takes the next row of a pass to one of its places; returns whether there was one. */
  boolean take(RowSource.Pass pass, int place) throws IOException {
    return pass.next(place, features, values(), labels(), weights == null ? NO_VALUES : weights);
  }

  /** Writes one row to a place of another batch of the same kind of rows, or of this one. */
  void copyRow(int row, Batch to, int place) {
    System.arraycopy(features, row * width, to.features, place * width, width);
    int outputs = values().length / capacity();
    System.arraycopy(values(), row * outputs, to.values(), place * outputs, outputs);
    if (targets instanceof Targets.Classes) {
      to.labels()[place] = labels()[row];
    }
    if (weights != null) {
      to.weights[place] = weights[row];
    }
  }

  /** Returns a dataset of copies of the rows, each of which counts the same. */
  Dataset toDataset() {
    float[] used = Arrays.copyOf(features, rows * width);
    if (targets instanceof Targets.Classes) {
      return Dataset.ofClasses(used, rows, Arrays.copyOf(labels(), rows));
    }
    int outputs = values().length / capacity();
    return Dataset.ofValues(used, rows, Arrays.copyOf(values(), rows * outputs));
  }

  private float[] values() {
    return targets instanceof Targets.Values numbers ? numbers.values() : NO_VALUES;
  }

  private int[] labels() {
    return targets instanceof Targets.Classes classes ? classes.indices() : NO_LABELS;
  }
}
