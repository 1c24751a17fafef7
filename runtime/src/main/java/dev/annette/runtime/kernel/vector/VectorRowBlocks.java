package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on processors with 16 registers. Rows of {@code a} that are used often enough are copied
 * into blocks of 6, within which the elements of a column follow one another, so a tile needs one
 * address for all of them. The others, among them those that fill no block, are read where they
 * lie, 4 at a time.
 *
 * <p>Column k of a block starts {@code k·STEP} after the block. A block that has 5 rows repeats the
 * last one.
 */
final class VectorRowBlocks {
  /** From one column of a block to the next: room for {@value} rows. */
  static final int STEP = 8;

  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int WIDE = VectorMatrix.WIDE;
  private static final int PAIR = VectorMatrix.MIDDLE;
  private static final int BLOCK = 6;
  private static final int TILE = 4;

  private static final int BLOCKS = Scratch.PRODUCT + 14;
  private static final int PADDED = Scratch.PRODUCT + 5;

  private VectorRowBlocks() {}

  /** Returns how many of the rows are in blocks: so many that the others nearly fill tiles of 4. */
  static int inBlocks(int rows) {
    int rest = rows % BLOCK;
    if (rest == 1 || rest == 2) {
      return Math.max(0, rows - rest - BLOCK);
    }
    return rest == BLOCK - 1 ? rows : rows - rest;
  }

  /** Returns the room of a block: its columns, and a margin for what is written before the next. */
  private static int room(int depth) {
    return (depth + 1) * STEP;
  }

  private static float[] blocks(int rows, int depth, Scratch scratch) {
    return scratch.floats(BLOCKS, (rows + BLOCK - 1) / BLOCK * room(depth));
  }

  /**
   * Copies the first rows of {@code a [rows, depth]}; row r starts at {@code from + r·stride}.
   *
   * @param copied how many of them
   */
  static void copy(
      float[] a, int from, int stride, int rows, int copied, int depth, Scratch scratch) {
    float[] blocks = blocks(copied, depth, scratch);
    int at = 0;
    for (int r = 0; r < copied; r += BLOCK) {
      // eight rows are transposed at once; those before r go where they do no harm
      int before = Math.max(0, Math.min(r, r + STEP - rows));
      int count = Math.min(STEP, rows);
      int first = from + (r - before) * stride;
      VectorTranspose.write(a, first, stride, count, depth, blocks, at - before, STEP, scratch);
      repeat(blocks, at, copied - r, depth);
      at += room(depth);
    }
  }

  /**
   * Copies the first {@code rows} rows of the transpose of {@code a [depth, ≥ rows]}; row k of
   * {@code a} starts at {@code from + k·stride}. Those are read in order, for they may come from
   * far.
   */
  static void copyTransposed(
      float[] a, int from, int stride, int rows, int depth, Scratch scratch) {
    float[] blocks = blocks(rows, depth, scratch);
    int inside = a.length - STEP - from - rows;
    int whole = LANES != STEP || inside < 0 ? 0 : Math.min(depth, inside / stride + 1);
    int groups = whole - whole % 4;
    for (int k = 0; k < groups; k += 4) {
      int at = k * STEP;
      for (int r = 0; r < rows; r += BLOCK) {
        copyFour(a, from + r + k * stride, stride, blocks, at);
        at += room(depth);
      }
    }
    int at = 0;
    for (int r = 0; r < rows; r += BLOCK) {
      int used = Math.min(BLOCK, rows - r);
      for (int k = groups; k < depth; k++) {
        int source = from + r + k * stride;
        if (k < whole) {
          FloatVector.fromArray(SPECIES, a, source).intoArray(blocks, at + k * STEP);
        } else {
          System.arraycopy(a, source, blocks, at + k * STEP, used);
        }
      }
      repeat(blocks, at, used, depth);
      at += room(depth);
    }
  }

  /** Copies the vectors at four rows of the source to four columns of a block. */
  private static void copyFour(float[] a, int from, int stride, float[] block, int at) {
    FloatVector p = FloatVector.fromArray(SPECIES, a, from);
    FloatVector q = FloatVector.fromArray(SPECIES, a, from + stride);
    FloatVector r = FloatVector.fromArray(SPECIES, a, from + 2 * stride);
    FloatVector s = FloatVector.fromArray(SPECIES, a, from + 3 * stride);
    p.intoArray(block, at);
    q.intoArray(block, at + STEP);
    r.intoArray(block, at + 2 * STEP);
    s.intoArray(block, at + 3 * STEP);
  }

  private static void repeat(float[] blocks, int at, int used, int depth) {
    for (int k = 0; k < depth && used < BLOCK; k++) {
      blocks[at + k * STEP + used] = blocks[at + k * STEP + used - 1];
    }
  }

  /**
   * Adds the product of {@code a [rows, depth]} and the first {@code columns} columns of a panel to
   * {@code c}: as many as it is wide, or as there are.
   *
   * @param copied how many of the rows are taken from the blocks: as many as were copied last, or 0
   * @param a the other rows, row r at {@code aFrom + r·aRow}
   * @param start as {@link VectorMatrix} describes it
   */
  static void addPanel(
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
    int used = Math.min(columns, WIDE);
    int whole = used - used % PAIR;
    if (whole < used) {
      float[] padded = scratch.floats(PADDED, rows * PAIR);
      if (start == null) {
        VectorPadding.pad(c, cFrom + whole, cRow, rows, used - whole, padded, 0, PAIR);
      }
      addCopied(
          copied,
          panel,
          panelFrom + whole,
          depth,
          start,
          startFrom + whole,
          padded,
          0,
          PAIR,
          PAIR,
          scratch);
      addInPlace(
          copied,
          a,
          aFrom,
          aRow,
          panel,
          panelFrom + whole,
          depth,
          start,
          startFrom + whole,
          padded,
          0,
          PAIR,
          rows,
          PAIR);
      VectorPadding.unpad(padded, PAIR, c, cFrom + whole, cRow, rows, used - whole);
    }
    addCopied(copied, panel, panelFrom, depth, start, startFrom, c, cFrom, cRow, whole, scratch);
    addInPlace(
        copied, a, aFrom, aRow, panel, panelFrom, depth, start, startFrom, c, cFrom, cRow, rows,
        whole);
  }

  /**
   * Adds the product of the copied rows and whole pairs of vectors. A block of rows meets all of
   * them before the next block comes: one of little depth is read from farther than the first-level
   * cache only once.
   */
  private static void addCopied(
      int copied,
      float[] panel,
      int panelFrom,
      int depth,
      float[] start,
      int startFrom,
      float[] c,
      int cFrom,
      int cRow,
      int columns,
      Scratch scratch) {
    float[] blocks = blocks(copied, depth, scratch);
    float[] sums = start == null ? c : start;
    int apart = start == null ? 1 : 0;
    int last = cFrom + (copied - 1) * cRow;
    int at = 0;
    for (int r = 0; r < copied; r += BLOCK) {
      int c0 = cFrom + r * cRow;
      int c1 = Math.min(c0 + cRow, last);
      int c2 = Math.min(c0 + 2 * cRow, last);
      int c3 = Math.min(c0 + 3 * cRow, last);
      int c4 = Math.min(c0 + 4 * cRow, last);
      int c5 = Math.min(c0 + 5 * cRow, last);
      for (int j = 0; j < columns; j += PAIR) {
        int b = panelFrom + j;
        VectorTile6x2.multiply(
            blocks,
            at,
            panel,
            b,
            depth,
            sums,
            start == null ? c0 + j : startFrom + j,
            apart,
            c,
            c0 + j,
            c1 + j,
            c2 + j,
            c3 + j,
            c4 + j,
            c5 + j);
      }
      at += room(depth);
    }
  }

  /** Adds the product of the rows from {@code from} on, which are read where they lie. */
  private static void addInPlace(
      int from,
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
      int columns) {
    float[] sums = start == null ? c : start;
    int apart = start == null ? 1 : 0;
    for (int r = from; r < rows; r += TILE) {
      int r1 = Math.min(r + 1, rows - 1);
      int r2 = Math.min(r + 2, rows - 1);
      int r3 = Math.min(r + 3, rows - 1);
      int a0 = aFrom + r * aRow;
      int a1 = aFrom + r1 * aRow;
      int a2 = aFrom + r2 * aRow;
      int a3 = aFrom + r3 * aRow;
      int c0 = cFrom + r * cRow;
      int c1 = cFrom + r1 * cRow;
      int c2 = cFrom + r2 * cRow;
      int c3 = cFrom + r3 * cRow;
      for (int j = 0; j < columns; j += PAIR) {
        int b = panelFrom + j;
        VectorTile4x2.multiply(
            a,
            a0,
            a1,
            a2,
            a3,
            panel,
            b,
            depth,
            sums,
            start == null ? c0 + j : startFrom + j,
            apart,
            c,
            c0 + j,
            c1 + j,
            c2 + j,
            c3 + j);
      }
    }
  }
}
