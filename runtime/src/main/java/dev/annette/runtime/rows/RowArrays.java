package dev.annette.runtime.rows;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.Growth;
import java.util.Arrays;

/** The arrays of a dataset while rows come in. */
final class RowArrays<R> {
  private final RowType<R> type;
  private final RowEncoding<R> encoding;
  private final int width;
  private final int targetWidth;
  private float[] features; // [capacity, width]
  private float[] targets; // [capacity, targetWidth]
  private int[] labels; // [capacity], empty without classes
  private float[] weights; // [capacity], empty without weights
  private int rows;

  RowArrays(RowType<R> type) {
    this.type = type;
    this.encoding = new RowEncoding<>(type);
    this.width = encoding.width();
    this.targetWidth = encoding.targetWidth();
    grow(64);
  }

  void add(R row) {
    if ((rows + 1L) * width > features.length) {
      grow(Growth.of(rows, Math.max(width, targetWidth)));
    }
    encoding.write(row, rows, rows, features, targets, labels, weights);
    rows++;
  }

  Dataset dataset() {
    if (rows == 0) {
      throw new IllegalArgumentException("there are no rows");
    }
    float[] used = Arrays.copyOf(features, rows * width);
    Dataset dataset =
        targetWidth > 0
            ? Dataset.ofValues(used, rows, Arrays.copyOf(targets, rows * targetWidth))
            : Dataset.ofClasses(used, rows, Arrays.copyOf(labels, rows))
                .withClassNames(type.classNames());
    dataset = dataset.withColumnNames(type.featureNames());
    return type.isWeighted() ? dataset.withWeights(Arrays.copyOf(weights, rows)) : dataset;
  }

  private void grow(int capacity) {
    features = resized(features, Math.multiplyExact(capacity, width));
    targets = resized(targets, Math.multiplyExact(capacity, targetWidth));
    labels = targetWidth > 0 ? new int[0] : resized(labels, capacity);
    weights = resized(weights, type.isWeighted() ? capacity : 0);
  }

  private static float[] resized(float[] array, int length) {
    return array == null ? new float[length] : Arrays.copyOf(array, length);
  }

  private static int[] resized(int[] array, int length) {
    return array == null ? new int[length] : Arrays.copyOf(array, length);
  }
}
