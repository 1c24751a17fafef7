package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;

/**
 * A product {@code c += a·b} or {@code c = start + a·b} over the panels of {@code b}, cut into the
 * tiles that fit the rows.
 *
 * <p>The rows of {@code a} are read where they lie, or prepared before: where there are 16
 * registers, it pays to copy those that are used often enough, into {@link VectorRowBlocks}.
 *
 * <p>Row r of {@code a} starts at {@code aFrom + r·aRow}, row r of {@code c} at {@code cFrom +
 * r·cRow}; the elements of a row follow one another. {@code b} is in {@link VectorPanels}.
 *
 * <p>{@code start} is what the sums of every row begin with, {@code [columns]} from {@code
 * startFrom} on, with room for whole panels: so {@code c} need not be filled and read. It is null
 * if {@code c} holds what is added to, and always where there are many registers.
 */
final class VectorMatrix {
  /** The columns of a wide panel. */
  static final int WIDE = 4 * VectorTiles.LANES;

  /** The columns of 2 vectors, which are a panel if there are many registers. */
  static final int MIDDLE = 2 * VectorTiles.LANES;

  /**
   * The columns of a narrow panel. A matrix is cut into such panels only if there are many
   * registers; the gradients of few rows are one always.
   */
  static final int NARROW = VectorTiles.LANES;

  /** Whether there are registers for 24 sums: 512-bit vectors come with 32 of them. */
  static final boolean MANY_REGISTERS = VectorTiles.SPECIES.vectorBitSize() == 512;

  /** The columns of the smallest panel. */
  static final int LEAST = MANY_REGISTERS ? NARROW : WIDE;

  /** Columns that make it pay to copy rows, where registers are few (measured with AVX2). */
  private static final int COPYING_COLUMNS = 97;

  /**
   * The most depth of the blocks of a product whose rows are copied: so deep that sums are rarely
   * read and written in between. Blocks of rows and panels come from the second-level cache then,
   * which is fast enough (measured with AVX2; forward passes of 784 inputs gain 6 %).
   */
  private static final int DEEP = 800;

  /** Rows from which on blocks are so deep. */
  private static final int DEEP_ROWS = 64;

  private static final int PADDED = Scratch.PRODUCT + 5;

  private VectorMatrix() {}

  /**
   * Returns the depth of the blocks that a product of prepared rows is cut into.
   *
   * @param whole the depth of the product
   */
  static int blockDepth(int rows, int whole, int columns) {
    boolean deep = !MANY_REGISTERS && rows >= DEEP_ROWS && columns >= COPYING_COLUMNS;
    return VectorProducts.share(whole, deep ? DEEP : VectorProducts.DEPTH);
  }

  /**
   * Prepares the rows of {@code a} for {@link #addPrepared}: copies them where that pays.
   *
   * @param columns of {@code b}, all that the rows will meet
   * @return how many are copied
   */
  static int prepare(
      float[] a, int aFrom, int aRow, int rows, int depth, int columns, Scratch scratch) {
    int copied = MANY_REGISTERS || columns < COPYING_COLUMNS ? 0 : VectorRowBlocks.inBlocks(rows);
    if (copied > 0) {
      VectorRowBlocks.copy(a, aFrom, aRow, rows, copied, depth, scratch);
    }
    return copied;
  }

  /**
   * Computes {@code c [rows, columns]}, with {@code b [depth, columns]} in panels.
   *
   * @param listed whether {@link VectorNonzeros} has listed {@code a}, so wide panels need no
   *     zeros; then only rows that meet other panels must have been prepared, and there is no start
   * @param copied how many rows {@link VectorRowBlocks} has copied last: what {@link #prepare}
   *     returned, or 0 if nothing was prepared
   * @param block which block of the depth it is, of those that were listed
   * @param panelDepth the depth of the panels; of them the product takes {@code depth} rows, from
   *     {@code first} on
   */
  static void addPrepared(
      boolean listed,
      int copied,
      int block,
      float[] a,
      int aFrom,
      int aRow,
      float[] panels,
      int panelsFrom,
      int panelDepth,
      int first,
      int depth,
      float[] start,
      int startFrom,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    for (int j = 0; j < columns; j += VectorPanels.width(j, columns)) {
      int panel = panelsFrom + j * panelDepth + first * VectorPanels.width(j, columns);
      int at = cFrom + j;
      int width = columns - j;
      if (listed && width >= WIDE) {
        VectorNonzeros.addPanel(a, aFrom, aRow, block, panels, panel, c, at, cRow, rows, scratch);
      } else {
        addPanel(
            copied,
            a,
            aFrom,
            aRow,
            panels,
            panel,
            depth,
            start,
            startFrom + j,
            c,
            at,
            cRow,
            rows,
            width,
            scratch);
      }
    }
  }

  /**
   * Adds the product of one panel to the first of {@code columns} columns of {@code c}: as many as
   * the panel is wide, or as there are.
   *
   * @param copied how many of the rows are taken from {@link VectorRowBlocks}, which has copied as
   *     many last, or 0
   */
  private static void addPanel(
      int copied,
      float[] a,
      int aFrom,
      int aRow,
      float[] panel,
      int panelFrom,
      int depth,
      float[] start,
      int startFrom,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    if (!MANY_REGISTERS) {
      VectorRowBlocks.addPanel(
          copied, a, aFrom, aRow, panel, panelFrom, depth, start, startFrom, c, cFrom, cRow, rows,
          columns, scratch);
    } else if (columns >= WIDE) {
      wide(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else if (columns >= MIDDLE) {
      middle(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else if (columns >= NARROW) {
      narrow(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else {
      float[] padded = scratch.floats(PADDED, rows * NARROW);
      VectorPadding.pad(c, cFrom, cRow, rows, columns, padded, 0, NARROW);
      narrow(a, aFrom, aRow, panel, panelFrom, depth, padded, 0, NARROW, rows);
      VectorPadding.unpad(padded, NARROW, c, cFrom, cRow, rows, columns);
    }
  }

  private static void wide(
      float[] a,
      int aFrom,
      int aRow,
      float[] b,
      int bFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows) {
    int r = 0;
    for (; r + 6 <= rows; r += 6) {
      VectorTile6x4.multiply(a, aFrom + r * aRow, aRow, b, bFrom, depth, c, cFrom + r * cRow, cRow);
    }
    for (; r < rows; r += 2) {
      int p = aFrom + r * aRow;
      int q = cFrom + r * cRow;
      int next = r + 1 < rows ? 1 : 0;
      VectorTiles.multiply2x4(a, p, p + next * aRow, b, bFrom, depth, c, q, q + next * cRow);
    }
  }

  private static void middle(
      float[] a,
      int aFrom,
      int aRow,
      float[] b,
      int bFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows) {
    int r = 0;
    for (; r + 8 <= rows; r += 8) {
      VectorTile8x2.multiply(a, aFrom + r * aRow, aRow, b, bFrom, depth, c, cFrom + r * cRow, cRow);
    }
    for (; r < rows; r += 2) {
      int p = aFrom + r * aRow;
      int q = cFrom + r * cRow;
      int next = r + 1 < rows ? 1 : 0;
      VectorTiles.multiply2x2(a, p, p + next * aRow, b, bFrom, depth, c, q, q + next * cRow);
    }
  }

  /** Adds a product over {@link #NARROW} columns; a last tile repeats the last row. */
  static void narrow(
      float[] a,
      int aFrom,
      int aRow,
      float[] b,
      int bFrom,
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
          b,
          bFrom,
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
}
