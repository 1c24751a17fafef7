package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * Copies of the columns of a matrix that are kept, next to one another, and back to their places.
 * Rows go four at a time, so that the number of a column is read once for four copies.
 */
final class KeptColumns {
  private KeptColumns() {}

  /**
   * Writes the kept columns of rows of {@code a}, whose row r starts at {@code aFrom + r·aStride}.
   *
   * @param kept the columns, of which the {@code count} from {@code first} on are copied
   * @param b {@code [rows, columns]}, contiguous from 0, with 0 behind the copies in each row
   */
  static void gather(
      float[] a,
      int aFrom,
      int aStride,
      int rows,
      int[] kept,
      int first,
      int count,
      float[] b,
      int columns) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int row = aFrom + r * aStride;
      int row2 = row + 2 * aStride;
      gather4(
          a, row, row + aStride, row2, row2 + aStride, kept, first, count, b, r * columns, columns);
    }
    for (; r < rows; r++) {
      gather1(a, aFrom + r * aStride, kept, first, count, b, r * columns);
    }
    clear(b, 0, rows, count, columns);
  }

  /**
   * Writes the kept columns of kept rows of {@code a [rows, width]}.
   *
   * @param keptRows the rows, of which those in {@code [from, to)} are copied
   * @param kept the columns, of which the first {@code count} are kept
   * @param b {@code [≥ to, columns]}, contiguous, with 0 behind the copies in each row; row i of it
   *     is row {@code keptRows[i]} of a
   */
  static void gatherRows(
      float[] a,
      int width,
      int[] keptRows,
      int from,
      int to,
      int[] kept,
      int count,
      float[] b,
      int columns) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      gather4(
          a,
          keptRows[i] * width,
          keptRows[i + 1] * width,
          keptRows[i + 2] * width,
          keptRows[i + 3] * width,
          kept,
          0,
          count,
          b,
          i * columns,
          columns);
    }
    for (; i < to; i++) {
      gather1(a, keptRows[i] * width, kept, 0, count, b, i * columns);
    }
    clear(b, from, to, count, columns);
  }

  private static void gather4(
      float[] a,
      int row0,
      int row1,
      int row2,
      int row3,
      int[] kept,
      int first,
      int count,
      float[] b,
      int at0,
      int columns) {
    int at1 = at0 + columns;
    int at2 = at1 + columns;
    int at3 = at2 + columns;
    for (int i = 0; i < count; i++) {
      int j = kept[first + i];
      b[at0 + i] = a[row0 + j];
      b[at1 + i] = a[row1 + j];
      b[at2 + i] = a[row2 + j];
      b[at3 + i] = a[row3 + j];
    }
  }

  private static void gather1(
      float[] a, int row, int[] kept, int first, int count, float[] b, int at) {
    for (int i = 0; i < count; i++) {
      b[at + i] = a[row + kept[first + i]];
    }
  }

  /** Writes 0 into the columns from {@code count} on of the rows {@code [from, to)}. */
  private static void clear(float[] b, int from, int to, int count, int columns) {
    if (count < columns) {
      for (int r = from; r < to; r++) {
        Arrays.fill(b, r * columns + count, (r + 1) * columns, 0f);
      }
    }
  }

  /**
   * Writes rows of {@code b} of which only the kept columns are not 0.
   *
   * @param a {@code [rows, columns]}, contiguous from 0
   * @param kept the places of the first {@code count} columns of a
   * @param b row r starts at {@code bFrom + r·width}
   */
  static void spread(
      float[] a, int columns, int rows, int[] kept, int count, float[] b, int bFrom, int width) {
    Arrays.fill(b, bFrom, bFrom + rows * width, 0f);
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int row = bFrom + r * width;
      int row2 = row + 2 * width;
      spread4(a, r * columns, columns, kept, count, b, row, row + width, row2, row2 + width);
    }
    for (; r < rows; r++) {
      spread1(a, r * columns, kept, count, b, bFrom + r * width);
    }
  }

  /**
   * Writes rows of {@code b} of which only the kept columns of kept rows are not 0.
   *
   * @param a {@code [to - from, columns]}, contiguous from 0
   * @param keptRows the rows, of which those in {@code [from, to)} are written
   * @param kept the places of the first {@code count} columns of a
   * @param b {@code [rows, width]}, contiguous from 0
   * @param firstRow the number of the row at the start of {@code b}
   */
  static void spreadRows(
      float[] a,
      int columns,
      int[] keptRows,
      int from,
      int to,
      int[] kept,
      int count,
      float[] b,
      int firstRow,
      int rows,
      int width) {
    Arrays.fill(b, 0, rows * width, 0f);
    int i = from;
    for (; i + 4 <= to; i += 4) {
      spread4(
          a,
          (i - from) * columns,
          columns,
          kept,
          count,
          b,
          (keptRows[i] - firstRow) * width,
          (keptRows[i + 1] - firstRow) * width,
          (keptRows[i + 2] - firstRow) * width,
          (keptRows[i + 3] - firstRow) * width);
    }
    for (; i < to; i++) {
      spread1(a, (i - from) * columns, kept, count, b, (keptRows[i] - firstRow) * width);
    }
  }

  private static void spread4(
      float[] a,
      int at0,
      int columns,
      int[] kept,
      int count,
      float[] b,
      int row0,
      int row1,
      int row2,
      int row3) {
    int at1 = at0 + columns;
    int at2 = at1 + columns;
    int at3 = at2 + columns;
    for (int i = 0; i < count; i++) {
      int j = kept[i];
      b[row0 + j] = a[at0 + i];
      b[row1 + j] = a[at1 + i];
      b[row2 + j] = a[at2 + i];
      b[row3 + j] = a[at3 + i];
    }
  }

  private static void spread1(float[] a, int at, int[] kept, int count, float[] b, int row) {
    for (int i = 0; i < count; i++) {
      b[row + kept[i]] = a[at + i];
    }
  }
}
