package dev.annette.runtime.model;

import java.util.Objects;

/** The rules that the rows given to a network keep. Valid rows are checked without allocating. */
public final class Inputs {
  private Inputs() {}

  /**
   * Requires whole rows of finite numbers.
   *
   * @param network whose input it is, for the message
   * @param inputs {@code [rows, width]}, exactly
   * @param rows how many rows
   * @param width how many numbers one row has
   * @throws IllegalArgumentException naming both lengths, or row, column and value
   */
  public static void requireRows(String network, float[] inputs, int rows, int width) {
    Objects.requireNonNull(inputs, "the input is null; give one row, or rows one after the other");
    if (rows < 0 || inputs.length != (long) rows * width) {
      throw new IllegalArgumentException(lengths(network, inputs.length, rows, width));
    }
    requireFinite(network, inputs, rows, width);
  }

  /**
   * Requires finite numbers in the first {@code rows} rows of an array that may be longer.
   *
   * @param values {@code [≥ rows, width]}
   * @throws IllegalArgumentException naming row, column and value
   */
  public static void requireFinite(String network, float[] values, int rows, int width) {
    int count = rows * width;
    if (!finite(values, count)) {
      for (int i = 0; i < count; i++) {
        if (!Float.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "%s: row %d, column %d is %s; every input must be a finite number"
                  .formatted(network, i / width, i % width, values[i]));
        }
      }
    }
  }

  /**
   * Requires an array that answers fit in.
   *
   * @param outputs {@code [≥ rows, width]}
   * @throws IllegalArgumentException naming both lengths
   */
  public static void requireRoom(float[] outputs, int rows, int width) {
    if (outputs.length < (long) rows * width) {
      throw new IllegalArgumentException(
          "the array for the answers holds %d numbers, but %d rows of %d outputs need %d"
              .formatted(outputs.length, rows, width, (long) rows * width));
    }
  }

  /**
   * Returns whether all are finite: x·0 is 0 for a finite x and NaN for any other. Eight sums, so
   * that none waits for the addition before.
   */
  private static boolean finite(float[] values, int count) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      a += values[i] * 0f;
      b += values[i + 1] * 0f;
      c += values[i + 2] * 0f;
      d += values[i + 3] * 0f;
      e += values[i + 4] * 0f;
      f += values[i + 5] * 0f;
      g += values[i + 6] * 0f;
      h += values[i + 7] * 0f;
    }
    for (; i < count; i++) {
      a += values[i] * 0f;
    }
    return a + b + c + d + e + f + g + h == 0;
  }

  private static String lengths(String network, int found, int rows, int width) {
    if (rows < 0) {
      return "%s: %d rows; the number of rows cannot be negative".formatted(network, rows);
    }
    return rows == 1
        ? "%s takes %d numbers a row, but the array holds %d".formatted(network, width, found)
        : "%s takes %d numbers a row, so %d for %d rows, but the array holds %d"
            .formatted(network, width, (long) rows * width, rows, found);
  }
}
