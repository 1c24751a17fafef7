package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;

/**
 * A product {@code c += a·b} over the panels of {@code b}, cut into the tiles that fit the rows.
 *
 * <p>The rows of {@code a} are read where they lie, or prepared before: where there are 16
 * registers, it pays to copy those that are used often enough, into {@link VectorRowBlocks}.
 *
 * <p>Row r of {@code a} starts at {@code aFrom + r·aRow}, row r of {@code c} at {@code cFrom +
 * r·cRow}; the elements of a row follow one another. {@code b} is in {@link VectorPanels}.
 */
final class VectorMatrix {
  /** The columns of a wide panel. */
  static final int WIDE = 4 * VectorTiles.LANES;

  /** The columns of a panel of 2 vectors, which there are if there are many registers. */
  static final int MIDDLE = 2 * VectorTiles.LANES;

  /** The columns of a narrow panel, which there are if there are many registers. */
  static final int NARROW = VectorTiles.LANES;

  /** Whether there are registers for 24 sums: 512-bit vectors come with 32 of them. */
  static final boolean MANY_REGISTERS = VectorTiles.SPECIES.vectorBitSize() == 512;

  /** The columns of the smallest panel. */
  static final int LEAST = MANY_REGISTERS ? NARROW : WIDE;

  private static final int PADDED = Scratch.PRODUCT + 5;

  private VectorMatrix() {}

  /** Adds {@code a·b} to {@code c [rows, columns]}, with {@code b [depth, columns]} in panels. */
  static void addPanels(
      float[] a,
      int aFrom,
      int aRow,
      float[] panels,
      int panelsFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    for (int j = 0; j < columns; j += VectorPanels.width(j, columns)) {
      int panel = panelsFrom + j * depth;
      addPanel(
          a, aFrom, aRow, panels, panel, depth, c, cFrom + j, cRow, rows, columns - j, scratch);
    }
  }

  /**
   * Returns whether rows are worth a copy for so many columns: if registers are few, unless only
   * one wide panel would make use of it.
   */
  private static boolean copiesRows(int columns) {
    boolean onePanel = columns > MIDDLE && columns <= WIDE;
    return !MANY_REGISTERS && !onePanel;
  }

  /**
   * Prepares the rows of {@code a} for {@link #addPrepared}: copies them where that pays.
   *
   * @param columns of {@code b}, all that the rows will meet
   */
  static void prepare(
      float[] a, int aFrom, int aRow, int rows, int depth, int columns, Scratch scratch) {
    if (copiesRows(columns)) {
      VectorRowBlocks.copy(a, aFrom, aRow, rows, depth, scratch);
    }
  }

  /**
   * Adds {@code a·b} to {@code c} as {@link #addPanels} does, for the rows that were prepared last.
   *
   * @param listed whether {@link VectorNonzeros} has listed {@code a}, so wide panels need no
   *     zeros; then only rows that meet other panels must have been prepared
   * @param block which block of the depth it is, of those that were listed
   */
  static void addPrepared(
      boolean listed,
      int block,
      float[] a,
      int aFrom,
      int aRow,
      float[] panels,
      int panelsFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    boolean copied = copiesRows(columns);
    for (int j = 0; j < columns; j += VectorPanels.width(j, columns)) {
      int panel = panelsFrom + j * depth;
      int at = cFrom + j;
      int width = columns - j;
      if (listed && width >= WIDE) {
        VectorNonzeros.addPanel(a, aFrom, aRow, block, panels, panel, c, at, cRow, rows, scratch);
      } else if (!copied) {
        addPanel(a, aFrom, aRow, panels, panel, depth, c, at, cRow, rows, width, scratch);
      } else {
        addPreparedPanel(a, aFrom, aRow, panels, panel, depth, c, at, cRow, rows, width, scratch);
      }
    }
  }

  /** Adds the product of one panel as {@link #addPanel} does, for the rows prepared last. */
  static void addPreparedPanel(
      float[] a,
      int aFrom,
      int aRow,
      float[] panel,
      int panelFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    if (MANY_REGISTERS) {
      addPanel(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows, columns, scratch);
    } else {
      VectorRowBlocks.addPanel(panel, panelFrom, depth, c, cFrom, cRow, rows, columns, scratch);
    }
  }

  /**
   * Adds the product of one panel to the first of {@code columns} columns of {@code c}: as many as
   * the panel is wide, or as there are.
   */
  static void addPanel(
      float[] a,
      int aFrom,
      int aRow,
      float[] panel,
      int panelFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    if (columns >= WIDE) {
      wide(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else if (MANY_REGISTERS && columns >= MIDDLE) {
      middle(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else if (MANY_REGISTERS && columns >= NARROW) {
      narrow(a, aFrom, aRow, panel, panelFrom, depth, c, cFrom, cRow, rows);
    } else {
      float[] padded = scratch.floats(PADDED, rows * LEAST);
      pad(c, cFrom, cRow, rows, columns, padded, LEAST);
      if (MANY_REGISTERS) {
        narrow(a, aFrom, aRow, panel, panelFrom, depth, padded, 0, LEAST, rows);
      } else {
        wide(a, aFrom, aRow, panel, panelFrom, depth, padded, 0, LEAST, rows);
      }
      unpad(padded, LEAST, c, cFrom, cRow, rows, columns);
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
    if (MANY_REGISTERS) {
      for (; r + 6 <= rows; r += 6) {
        VectorTile6x4.multiply(
            a, aFrom + r * aRow, aRow, b, bFrom, depth, c, cFrom + r * cRow, cRow);
      }
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
  private static void narrow(
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

  /** Copies {@code c [rows, width]} to where its rows have room for vectors. */
  static void pad(float[] c, int cFrom, int cRow, int rows, int width, float[] padded, int room) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < width; j++) {
        padded[r * room + j] = c[cFrom + r * cRow + j];
      }
    }
  }

  /** Copies them back. */
  static void unpad(float[] padded, int room, float[] c, int cFrom, int cRow, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < width; j++) {
        c[cFrom + r * cRow + j] = padded[r * room + j];
      }
    }
  }
}
