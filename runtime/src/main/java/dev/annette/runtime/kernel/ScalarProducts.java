package dev.annette.runtime.kernel;

/**
 * A product {@code c += a·b} in plain loops that C2 turns into vector code.
 *
 * <p>C2 (JDK 17 to 25) vectorises a loop only if all its arrays share one index, and gives up on
 * bodies of many operations. So rows of {@code c} are kept in arrays of their own, four rows of
 * {@code b} at a time are copied to the start of scratch arrays, and the innermost loop adds those
 * four to one row of {@code c}: {@code c[j] = fma(a3, b3[j], fma(a2, b2[j], …))}, ascending.
 *
 * <p>Row r of {@code a} starts at {@code aFrom + r·aRow} and advances by {@code aStep}; element (k,
 * j) of {@code b} is at {@code bFrom + k·bRow + j·bStep}; row r of {@code c} starts at {@code cFrom
 * + r·cRow}.
 */
final class ScalarProducts {
  /** The part of {@code c} in work: {@value} rows … */
  private static final int ROWS = 64;

  /** … of {@value} columns, 32 KB. */
  private static final int COLUMNS = 128;

  /** Below this number of columns, vectors of them are not worth their overhead. */
  private static final int FEW = 16;

  private static final int SUMS = Scratch.PRODUCT + 4;
  private static final int COPIES = Scratch.PRODUCT + 5;

  private ScalarProducts() {}

  static void add(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] b,
      int bFrom,
      int bRow,
      int bStep,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    int many = columns % COLUMNS < FEW ? columns - columns % COLUMNS : columns;
    for (int j = 0; j < many; j += COLUMNS) {
      int n = Math.min(COLUMNS, many - j);
      for (int r = 0; r < rows; r += ROWS) {
        int m = Math.min(ROWS, rows - r);
        float[][] sums = scratch.rows(SUMS, ROWS, COLUMNS);
        for (int i = 0; i < m; i++) {
          System.arraycopy(c, cFrom + (r + i) * cRow + j, sums[i], 0, n);
        }
        addBlock(
            a,
            aFrom + r * aRow,
            aRow,
            aStep,
            b,
            bFrom + j * bStep,
            bRow,
            bStep,
            depth,
            sums,
            m,
            n,
            scratch);
        for (int i = 0; i < m; i++) {
          System.arraycopy(sums[i], 0, c, cFrom + (r + i) * cRow + j, n);
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      addFew(
          a,
          aFrom + r * aRow,
          aStep,
          b,
          bFrom + many * bStep,
          bRow,
          bStep,
          depth,
          c,
          cFrom + r * cRow + many,
          columns - many);
    }
  }

  /** Adds some inputs of one row, as {@link Kernels#addInputs} describes. */
  static void addInputs(
      float[] x,
      int xFrom,
      int[] inputs,
      int count,
      float[] w,
      float[] y,
      int yFrom,
      int out,
      Scratch scratch) {
    float[] sums = scratch.rows(SUMS, 1, COLUMNS)[0];
    float[][] copies = scratch.rows(COPIES, 4, COLUMNS);
    for (int j = 0; j < out; j += COLUMNS) {
      int n = Math.min(COLUMNS, out - j);
      System.arraycopy(y, yFrom + j, sums, 0, n);
      int i = 0;
      for (; i + 4 <= count; i += 4) {
        for (int f = 0; f < 4; f++) {
          System.arraycopy(w, inputs[i + f] * out + j, copies[f], 0, n);
        }
        addFour(
            x[xFrom + inputs[i]],
            x[xFrom + inputs[i + 1]],
            x[xFrom + inputs[i + 2]],
            x[xFrom + inputs[i + 3]],
            copies[0],
            copies[1],
            copies[2],
            copies[3],
            sums,
            n);
      }
      for (; i < count; i++) {
        System.arraycopy(w, inputs[i] * out + j, copies[0], 0, n);
        addOne(x[xFrom + inputs[i]], copies[0], sums, n);
      }
      System.arraycopy(sums, 0, y, yFrom + j, n);
    }
  }

  private static void addBlock(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] b,
      int bFrom,
      int bRow,
      int bStep,
      int depth,
      float[][] sums,
      int rows,
      int columns,
      Scratch scratch) {
    float[][] copies = scratch.rows(COPIES, 4, COLUMNS);
    float[] b0 = copies[0];
    float[] b1 = copies[1];
    float[] b2 = copies[2];
    float[] b3 = copies[3];
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      copyFour(b, bFrom + k * bRow, bRow, bStep, columns, b0, b1, b2, b3);
      for (int r = 0; r < rows; r++) {
        int p = aFrom + r * aRow + k * aStep;
        float a0 = a[p];
        float a1 = a[p + aStep];
        float a2 = a[p + 2 * aStep];
        float a3 = a[p + 3 * aStep];
        addFour(a0, a1, a2, a3, b0, b1, b2, b3, sums[r], columns);
      }
    }
    for (; k < depth; k++) {
      for (int j = 0; j < columns; j++) {
        b0[j] = b[bFrom + k * bRow + j * bStep];
      }
      for (int r = 0; r < rows; r++) {
        addOne(a[aFrom + r * aRow + k * aStep], b0, sums[r], columns);
      }
    }
  }

  private static void copyFour(
      float[] b,
      int from,
      int row,
      int step,
      int count,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3) {
    if (step == 1) {
      System.arraycopy(b, from, b0, 0, count);
      System.arraycopy(b, from + row, b1, 0, count);
      System.arraycopy(b, from + 2 * row, b2, 0, count);
      System.arraycopy(b, from + 3 * row, b3, 0, count);
      return;
    }
    for (int j = 0; j < count; j++) {
      int p = from + j * step;
      b0[j] = b[p];
      b1[j] = b[p + row];
      b2[j] = b[p + 2 * row];
      b3[j] = b[p + 3 * row];
    }
  }

  private static void addFour(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float[] sums,
      int count) {
    for (int j = 0; j < count; j++) {
      sums[j] =
          Math.fma(
              a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]))));
    }
  }

  private static void addOne(float a, float[] b, float[] sums, int count) {
    for (int j = 0; j < count; j++) {
      sums[j] = Math.fma(a, b[j], sums[j]);
    }
  }

  /** Adds to a few columns of one row, four sums in registers at a time. */
  private static void addFew(
      float[] a,
      int aFrom,
      int aStep,
      float[] b,
      int bFrom,
      int bRow,
      int bStep,
      int depth,
      float[] c,
      int cFrom,
      int columns) {
    int j = 0;
    for (; j + 4 <= columns; j += 4) {
      int q = cFrom + j;
      float c0 = c[q];
      float c1 = c[q + 1];
      float c2 = c[q + 2];
      float c3 = c[q + 3];
      int p = bFrom + j * bStep;
      for (int k = 0; k < depth; k++) {
        float x = a[aFrom + k * aStep];
        int row = p + k * bRow;
        c0 = Math.fma(x, b[row], c0);
        c1 = Math.fma(x, b[row + bStep], c1);
        c2 = Math.fma(x, b[row + 2 * bStep], c2);
        c3 = Math.fma(x, b[row + 3 * bStep], c3);
      }
      c[q] = c0;
      c[q + 1] = c1;
      c[q + 2] = c2;
      c[q + 3] = c3;
    }
    for (; j < columns; j++) {
      float sum = c[cFrom + j];
      for (int k = 0; k < depth; k++) {
        sum = Math.fma(a[aFrom + k * aStep], b[bFrom + k * bRow + j * bStep], sum);
      }
      c[cFrom + j] = sum;
    }
  }
}
