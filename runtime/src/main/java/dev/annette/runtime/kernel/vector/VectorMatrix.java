package dev.annette.runtime.kernel.vector;

/**
 * A product {@code c += a·b} over a block of columns, cut into the tiles that fit the rows.
 *
 * <p>Row r of {@code a} starts at {@code aFrom + r·aRow} and advances by {@code aStep}; row k of
 * {@code b} starts at {@code bFrom + k·bStep}; row r of {@code c} at {@code cFrom + r·cRow}.
 */
final class VectorMatrix {
  /** The columns of a wide block. */
  static final int WIDE = 4 * VectorTiles.LANES;

  /** The columns of a narrow block. */
  static final int NARROW = VectorTiles.LANES;

  /** Whether there are registers for 24 sums: 512-bit vectors come with 32 of them. */
  private static final boolean MANY_REGISTERS = VectorTiles.SPECIES.vectorBitSize() == 512;

  private VectorMatrix() {}

  /** Adds the product over {@link #WIDE} columns. */
  static void wide(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] b,
      int bFrom,
      int bStep,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows) {
    int r = 0;
    if (MANY_REGISTERS) {
      for (; r + 6 <= rows; r += 6) {
        int p = aFrom + r * aRow;
        int q = cFrom + r * cRow;
        VectorTile6x4.multiply(
            a,
            p,
            p + aRow,
            p + 2 * aRow,
            p + 3 * aRow,
            p + 4 * aRow,
            p + 5 * aRow,
            aStep,
            b,
            bFrom,
            bStep,
            depth,
            c,
            q,
            q + cRow,
            q + 2 * cRow,
            q + 3 * cRow,
            q + 4 * cRow,
            q + 5 * cRow);
      }
    }
    for (; r < rows; r += 2) {
      int p = aFrom + r * aRow;
      int q = cFrom + r * cRow;
      int next = r + 1 < rows ? 1 : 0;
      VectorTiles.multiply2x4(
          a, p, p + next * aRow, aStep, b, bFrom, bStep, depth, c, q, q + next * cRow);
    }
  }

  /** Adds the product over {@link #NARROW} columns; a last tile repeats the last row. */
  static void narrow(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] b,
      int bFrom,
      int bStep,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows) {
    int last = rows - 1;
    for (int r = 0; r < rows; r += 8) {
      int r1 = Math.min(r + 1, last);
      int r2 = Math.min(r + 2, last);
      int r3 = Math.min(r + 3, last);
      int r4 = Math.min(r + 4, last);
      int r5 = Math.min(r + 5, last);
      int r6 = Math.min(r + 6, last);
      int r7 = Math.min(r + 7, last);
      VectorTiles.multiply8x1(
          a,
          aFrom + r * aRow,
          aFrom + r1 * aRow,
          aFrom + r2 * aRow,
          aFrom + r3 * aRow,
          aFrom + r4 * aRow,
          aFrom + r5 * aRow,
          aFrom + r6 * aRow,
          aFrom + r7 * aRow,
          aStep,
          b,
          bFrom,
          bStep,
          depth,
          c,
          cFrom + r * cRow,
          cFrom + r1 * cRow,
          cFrom + r2 * cRow,
          cFrom + r3 * cRow,
          cFrom + r4 * cRow,
          cFrom + r5 * cRow,
          cFrom + r6 * cRow,
          cFrom + r7 * cRow);
    }
  }

  /**
   * Adds the product over the first {@code width} columns, at most {@link #NARROW}, by way of a
   * copy of {@code c} whose rows have room for a vector.
   *
   * @param padded {@code [rows, NARROW]}, overwritten
   */
  static void partial(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] b,
      int bFrom,
      int bStep,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int width,
      float[] padded) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < width; j++) {
        padded[r * NARROW + j] = c[cFrom + r * cRow + j];
      }
    }
    narrow(a, aFrom, aRow, aStep, b, bFrom, bStep, depth, padded, 0, NARROW, rows);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < width; j++) {
        c[cFrom + r * cRow + j] = padded[r * NARROW + j];
      }
    }
  }
}
