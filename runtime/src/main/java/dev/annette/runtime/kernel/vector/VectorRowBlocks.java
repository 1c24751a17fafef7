package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on processors with 16 registers: the rows of {@code a} lie in blocks of 6 or 4, within
 * which the elements of a column follow one another, so a tile needs one address for all of them.
 *
 * <p>Column k of a block starts {@code k·STEP} after the block. A block that has fewer rows repeats
 * the last one.
 */
final class VectorRowBlocks {
  /** From one column of a block to the next: room for {@value} rows. */
  static final int STEP = 8;

  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int WIDE = VectorMatrix.WIDE;
  private static final int PAIR = VectorMatrix.MIDDLE;
  private static final int MANY = 6;
  private static final int FEW = 4;

  private static final int BLOCKS = Scratch.PRODUCT + 14;
  private static final int PADDED = Scratch.PRODUCT + 5;

  private VectorRowBlocks() {}

  /** Returns how many of the rows are in blocks of 6: so many that the others fill blocks of 4. */
  private static int inLargeBlocks(int rows) {
    int rest = rows % MANY;
    if (rest == 1 || rest == 2) {
      return Math.max(0, rows - rest - MANY);
    }
    return rest == MANY - 1 ? rows : rows - rest;
  }

  private static int size(int first, int large) {
    return first < large ? MANY : FEW;
  }

  /** Returns the room of a block: its columns, and a margin for what is written before the next. */
  private static int room(int depth) {
    return (depth + 1) * STEP;
  }

  private static float[] blocks(int rows, int depth, Scratch scratch) {
    return scratch.floats(BLOCKS, (rows / FEW + 2) * room(depth));
  }

  /** Copies {@code a [rows, depth]}, whose row r starts at {@code from + r·stride}. */
  static void copy(float[] a, int from, int stride, int rows, int depth, Scratch scratch) {
    float[] blocks = blocks(rows, depth, scratch);
    int large = inLargeBlocks(rows);
    int at = 0;
    for (int r = 0; r < rows; r += size(r, large)) {
      int used = Math.min(size(r, large), rows - r);
      // eight rows are transposed at once; those before r go where they do no harm
      int before = Math.max(0, Math.min(r, r + STEP - rows));
      int count = Math.min(STEP, rows);
      VectorTranspose.write(
          a,
          from + (r - before) * stride,
          stride,
          count,
          depth,
          blocks,
          at - before,
          STEP,
          scratch);
      repeat(blocks, at, used, size(r, large), depth);
      at += room(depth);
    }
  }

  /**
   * Copies the transpose of {@code a [depth, rows]}, whose row k starts at {@code from + k·stride}.
   */
  static void copyTransposed(
      float[] a, int from, int stride, int rows, int depth, Scratch scratch) {
    float[] blocks = blocks(rows, depth, scratch);
    int large = inLargeBlocks(rows);
    int at = 0;
    for (int r = 0; r < rows; r += size(r, large)) {
      int used = Math.min(size(r, large), rows - r);
      int inside = a.length - STEP - from - r;
      int whole = LANES != STEP || inside < 0 ? 0 : Math.min(depth, inside / stride + 1);
      for (int k = 0; k < whole; k++) {
        FloatVector.fromArray(SPECIES, a, from + r + k * stride).intoArray(blocks, at + k * STEP);
      }
      for (int k = whole; k < depth; k++) {
        for (int i = 0; i < used; i++) {
          blocks[at + k * STEP + i] = a[from + r + k * stride + i];
        }
      }
      repeat(blocks, at, used, size(r, large), depth);
      at += room(depth);
    }
  }

  private static void repeat(float[] blocks, int at, int used, int size, int depth) {
    for (int k = 0; k < depth && used < size; k++) {
      for (int i = used; i < size; i++) {
        blocks[at + k * STEP + i] = blocks[at + k * STEP + used - 1];
      }
    }
  }

  /**
   * Adds the product of the copied rows and the first {@code columns} columns of a panel to {@code
   * c}: as many as it is wide, or as there are.
   */
  static void addPanel(
      float[] panel,
      int panelFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    int used = Math.min(columns, WIDE);
    int whole = used - used % PAIR;
    if (whole > 0) {
      addPairs(panel, panelFrom, depth, c, cFrom, cRow, rows, whole, scratch);
    }
    if (whole < used) {
      float[] padded = scratch.floats(PADDED, rows * PAIR);
      VectorMatrix.pad(c, cFrom + whole, cRow, rows, used - whole, padded, PAIR);
      addPairs(panel, panelFrom + whole, depth, padded, 0, PAIR, rows, PAIR, scratch);
      VectorMatrix.unpad(padded, PAIR, c, cFrom + whole, cRow, rows, used - whole);
    }
  }

  /**
   * Adds the product of whole pairs of vectors. A block of rows meets all of them before the next
   * block comes, so it is read from farther than the first-level cache only once.
   */
  private static void addPairs(
      float[] panel,
      int panelFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    float[] blocks = blocks(rows, depth, scratch);
    int large = inLargeBlocks(rows);
    int last = cFrom + (rows - 1) * cRow;
    int at = 0;
    int r = 0;
    for (; r < large; r += MANY) {
      int c0 = cFrom + r * cRow;
      int c1 = Math.min(c0 + cRow, last);
      int c2 = Math.min(c0 + 2 * cRow, last);
      int c3 = Math.min(c0 + 3 * cRow, last);
      int c4 = Math.min(c0 + 4 * cRow, last);
      int c5 = Math.min(c0 + 5 * cRow, last);
      for (int j = 0; j < columns; j += PAIR) {
        int b = panelFrom + j;
        VectorTile6x2.multiply(
            blocks, at, panel, b, depth, c, c0 + j, c1 + j, c2 + j, c3 + j, c4 + j, c5 + j);
      }
      at += room(depth);
    }
    for (; r < rows; r += FEW) {
      int c0 = cFrom + r * cRow;
      int c1 = Math.min(c0 + cRow, last);
      int c2 = Math.min(c0 + 2 * cRow, last);
      int c3 = Math.min(c0 + 3 * cRow, last);
      for (int j = 0; j < columns; j += PAIR) {
        int b = panelFrom + j;
        VectorTile4x2.multiply(blocks, at, panel, b, depth, c, c0 + j, c1 + j, c2 + j, c3 + j);
      }
      at += room(depth);
    }
  }
}
