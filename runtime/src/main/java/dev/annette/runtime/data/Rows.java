package dev.annette.runtime.data;

import java.util.List;

/** The rules that rows keep whatever network they are for. */
final class Rows {
  private Rows() {}

  /**
   * Requires that nothing is null.
   *
   * @param given things and their names in turn
   */
  static void requireGiven(Object... given) {
    for (int i = 0; i < given.length; i += 2) {
      if (given[i] == null) {
        throw new NullPointerException(given[i + 1] + " are null; a dataset needs them");
      }
    }
  }

  /** Returns rows of equal width one after the other. */
  static float[] flatten(String what, float[][] rows) {
    int width = rows.length == 0 || rows[0] == null ? 0 : rows[0].length;
    float[] flat = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == null) {
        throw new IllegalArgumentException("%s: row %d is null".formatted(what, i));
      }
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "%s: row %d has %d columns, but row 0 has %d; all rows must have the same"
                .formatted(what, i, rows[i].length, width));
      }
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }

  /** Returns the width of rows laid one after the other, requiring at least one row and column. */
  static int width(String what, int numbers, int rows) {
    if (rows < 1 || numbers == 0) {
      throw new IllegalArgumentException(
          "%s: %d numbers for %d rows; a dataset needs at least 1 row and 1 column"
              .formatted(what, numbers, rows));
    }
    if (numbers % rows != 0) {
      throw new IllegalArgumentException(
          "%s: %d numbers do not divide into %d rows".formatted(what, numbers, rows));
    }
    return numbers / rows;
  }

  static void requireCount(String what, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%d %s were given, but there must be %d".formatted(found, what, expected));
    }
  }

  static void requireFinite(String what, float[] values, int width, List<String> names) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: row %d, column %s is %s; every number must be finite"
                .formatted(what, i / width, column(i % width, names), values[i]));
      }
    }
  }

  /** Returns a column's number, and its name if it has one. */
  static String column(int column, List<String> names) {
    return names.isEmpty() ? Integer.toString(column) : column + " (" + names.get(column) + ")";
  }

  static void requireLabels(int[] labels, int rows) {
    requireCount("labels", labels.length, rows);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException(
            "labels: row %d is %d; classes are numbered from 0".formatted(i, labels[i]));
      }
    }
  }

  static void requireNamed(int[] labels, List<String> names) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= names.size()) {
        throw new IllegalArgumentException(
            "labels: row %d is class %d, but there are names for %d classes"
                .formatted(i, labels[i], names.size()));
      }
    }
  }

  static void requireWeights(float[] weights, int rows) {
    requireCount("weights", weights.length, rows);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0) || weights[i] == Float.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "weights: row %d is %s; a weight must be at least 0 and finite"
                .formatted(i, weights[i]));
      }
      sum += weights[i];
    }
    if (sum == 0) {
      throw new IllegalArgumentException("weights: all are 0; at least one row must count");
    }
  }

  static boolean isAnyAboveZero(float[] weights) {
    for (float weight : weights) {
      if (weight > 0) {
        return true;
      }
    }
    return false;
  }

  static float[] scaledToMeanOne(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float[] scaled = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      scaled[i] = (float) (weights[i] * (weights.length / sum));
    }
    return scaled;
  }

  static int[] ascending(int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = i;
    }
    return rows;
  }
}
