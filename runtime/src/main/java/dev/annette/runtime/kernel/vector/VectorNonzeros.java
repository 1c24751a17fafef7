package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.NonzeroInputs;
import dev.annette.runtime.kernel.Scratch;

/**
 * The elements of a matrix {@code a [rows, depth]} that are not 0, row by row within each block of
 * the depth, for {@link VectorSparseTile}. After dropout and ReLU three quarters of the activations
 * are 0, and of the pixels of a drawing four fifths.
 *
 * <p>They lie in two arrays of a {@link Scratch}: for each its place in the block's part of its
 * row; and for row r of block b, at {@code b·rows + r}, where its list begins.
 */
final class VectorNonzeros {
  /** The share of elements that may not be 0 in a product that is large every way … */
  private static final double MOST = 0.41;

  /** … less this over its columns, for the lists are made once for all of them … */
  private static final double LISTING = 30;

  /** … and this over the depth of its blocks, for every list is begun anew … */
  private static final double BEGINNING = 6;

  /** … and this over its rows, for each time that the other matrix is read besides. */
  private static final double READING = 1;

  /** Elements that are looked at first, to tell how many are not 0. */
  private static final int SAMPLE = 512;

  /** The share of elements that the list has room for, more than a sample lets pass. */
  private static final double ROOM = 0.5;

  private static final int PLACES = Scratch.PRODUCT + 9;
  private static final int STARTS = Scratch.PRODUCT + 10;

  private VectorNonzeros() {}

  /**
   * Returns whether, by a sample, so few elements are not 0 that a product with {@code columns}
   * columns gains from a list of them.
   *
   * @param from where a begins; its rows are {@code stride} apart
   * @param block the depth of a block
   * @param readings what the product by a list does with the other matrix besides, and that by all
   *     elements does not: as many times the work of reading it once
   */
  static boolean areFew(
      float[] a,
      int from,
      int stride,
      int rows,
      int depth,
      int block,
      int columns,
      double readings) {
    double share = MOST - LISTING / columns - BEGINNING / block - READING * readings / rows;
    return share > 0 && sampledShare(a, from, stride, rows, depth) <= share;
  }

  /** Lists the elements; returns false if there are far more than a sample had room for. */
  static boolean list(
      float[] a, int from, int stride, int rows, int depth, int block, Scratch scratch) {
    int most = (int) (ROOM * rows * depth);
    int[] places = scratch.ints(PLACES, most + block + 1);
    int[] starts = scratch.ints(STARTS, (depth + block - 1) / block * rows + 1);
    int count = 0;
    int list = 0;
    for (int k = 0; k < depth; k += block) {
      int length = Math.min(block, depth - k);
      for (int r = 0; r < rows; r++) {
        starts[list++] = count;
        count = NonzeroInputs.list(a, from + r * stride + k, length, places, count);
        if (count > most) {
          return false;
        }
      }
    }
    starts[list] = count;
    return true;
  }

  /** Looks at as many elements of every row, further on in each. */
  private static double sampledShare(float[] a, int from, int stride, int rows, int depth) {
    int ofRow = (SAMPLE + rows - 1) / rows;
    int step = Math.max(1, depth / ofRow);
    int found = 0;
    int k = 0;
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < ofRow; i++) {
        found += a[from + r * stride + k] != 0 ? 1 : 0;
        k += step;
        k = k < depth ? k : k - depth;
      }
      k = k + 1 < depth ? k + 1 : 0;
    }
    return found / (double) (rows * ofRow);
  }

  /**
   * Adds the product of the block numbered {@code block} and a wide panel to {@code c}, whose row r
   * starts at {@code cFrom + r·cRow}.
   *
   * @param aFrom where the block begins in the matrix whose elements are listed
   */
  static void addPanel(
      float[] a,
      int aFrom,
      int aRow,
      int block,
      float[] panel,
      int panelFrom,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      Scratch scratch) {
    int[] places = scratch.ints(PLACES, 0);
    int[] starts = scratch.ints(STARTS, 0);
    for (int r = 0; r < rows; r++) {
      int list = block * rows + r;
      VectorSparseTile.multiply(
          a,
          aFrom + r * aRow,
          places,
          starts[list],
          starts[list + 1],
          panel,
          panelFrom,
          c,
          cFrom + r * cRow);
    }
  }
}
