package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes of matrices, in squares as wide as a vector.
 *
 * <p>Eight rows are transposed by exchanging quarters: of rows that are 4 apart those beside the
 * diagonal, then within the quarters of rows that are 2 apart, then 1. Vectors of 16 lanes hold two
 * squares of 8 side by side; then the halves of two such groups of rows are exchanged as well. All
 * vectors are of the preferred species: where kernels mix two, the compiler of JDK 17 cannot tell
 * which one a store has, and makes objects of vectors.
 */
final class VectorTranspose {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  /** The rows that are transposed in registers. */
  private static final int GROUP = 8;

  /** Whether squares are as wide as one group of rows or two. */
  private static final boolean IN_REGISTERS = LANES == GROUP || LANES == 2 * GROUP;

  private static final int SQUARE = Scratch.PRODUCT + 8;

  private static final VectorShuffle<Float> BY_8 =
      VectorShuffle.fromArray(SPECIES, exchange(LANES == 2 * GROUP ? 8 : 0), 0);
  private static final VectorShuffle<Float> BY_2 =
      VectorShuffle.fromArray(SPECIES, exchange(IN_REGISTERS ? 2 : 0), 0);
  private static final VectorShuffle<Float> BY_1 =
      VectorShuffle.fromArray(SPECIES, exchange(IN_REGISTERS ? 1 : 0), 0);
  private static final VectorMask<Float> UPPER_8 = VectorMask.fromArray(SPECIES, upper(8), 0);
  private static final VectorMask<Float> UPPER_4 = VectorMask.fromArray(SPECIES, upper(4), 0);
  private static final VectorMask<Float> UPPER_2 = VectorMask.fromArray(SPECIES, upper(2), 0);
  private static final VectorMask<Float> UPPER_1 = VectorMask.fromArray(SPECIES, upper(1), 0);

  private VectorTranspose() {}

  /** Returns for each lane the one that is {@code distance} away. */
  private static int[] exchange(int distance) {
    int[] sources = new int[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      sources[lane] = lane ^ distance;
    }
    return sources;
  }

  /** Returns the lanes that are exchanged with a lower one. */
  private static boolean[] upper(int distance) {
    boolean[] lanes = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = (lane & distance) != 0;
    }
    return lanes;
  }

  /**
   * Writes {@code target[j][i] = source[i][j]} for a source {@code [rows, columns]}. Row i of the
   * source starts at {@code from + i·stride}, row j of the target at {@code at + j·targetStride}.
   */
  static void write(
      float[] source,
      int from,
      int stride,
      int rows,
      int columns,
      float[] target,
      int at,
      int targetStride,
      Scratch scratch) {
    int wholeRows = IN_REGISTERS ? rows - rows % LANES : 0;
    int wholeColumns = IN_REGISTERS ? columns - columns % LANES : 0;
    float[] square = scratch.floats(SQUARE, LANES * LANES);
    for (int i = 0; i < wholeRows; i += LANES) {
      int row = from + i * stride;
      if (LANES == GROUP) {
        rows(source, row, stride, wholeColumns, target, at + i, targetStride);
      } else {
        int next = row + GROUP * stride;
        for (int j = 0; j < wholeColumns; j += LANES) {
          rows(source, row + j, stride, LANES, square, 0, LANES);
          rows(source, next + j, stride, LANES, square, GROUP * LANES, LANES);
          halves(square, target, at + j * targetStride + i, targetStride);
        }
      }
    }
    elements(source, from, stride, 0, wholeRows, wholeColumns, columns, target, at, targetStride);
    elements(source, from, stride, wholeRows, rows, 0, columns, target, at, targetStride);
  }

  /** Transposes rows and columns that fill no square. */
  private static void elements(
      float[] source,
      int from,
      int stride,
      int iFrom,
      int iTo,
      int jFrom,
      int jTo,
      float[] target,
      int at,
      int targetStride) {
    for (int i = iFrom; i < iTo; i++) {
      int row = from + i * stride;
      for (int j = jFrom; j < jTo; j++) {
        target[at + j * targetStride + i] = source[row + j];
      }
    }
  }

  /**
   * Transposes 8 rows within each 8 columns, a vector of columns after the other.
   *
   * <p>Two vectors exchange parts with one rearrangement: of a vector of what goes from one to the
   * other and back. The first exchange needs none, since memory can be read 4 lanes away.
   */
  private static void rows(
      float[] source, int from, int stride, int columns, float[] target, int at, int targetStride) {
    int from1 = from + stride;
    int from2 = from1 + stride;
    int from3 = from2 + stride;
    int from4 = from3 + stride;
    int from5 = from4 + stride;
    int from6 = from5 + stride;
    int from7 = from6 + stride;
    for (int j = 0; j < columns; j += LANES) {
      FloatVector a = FloatVector.fromArray(SPECIES, source, from + j);
      FloatVector b = FloatVector.fromArray(SPECIES, source, from4 + j - 4);
      FloatVector b0 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from + j + 4);
      b = FloatVector.fromArray(SPECIES, source, from4 + j);
      FloatVector b4 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from2 + j);
      b = FloatVector.fromArray(SPECIES, source, from6 + j - 4);
      FloatVector b2 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from2 + j + 4);
      b = FloatVector.fromArray(SPECIES, source, from6 + j);
      FloatVector b6 = a.blend(b, UPPER_4);
      FloatVector x = b2.blend(b0, UPPER_2).rearrange(BY_2);
      b0 = b0.blend(x, UPPER_2);
      b2 = x.blend(b2, UPPER_2);
      x = b6.blend(b4, UPPER_2).rearrange(BY_2);
      b4 = b4.blend(x, UPPER_2);
      b6 = x.blend(b6, UPPER_2);
      a = FloatVector.fromArray(SPECIES, source, from1 + j);
      b = FloatVector.fromArray(SPECIES, source, from5 + j - 4);
      FloatVector b1 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from1 + j + 4);
      b = FloatVector.fromArray(SPECIES, source, from5 + j);
      FloatVector b5 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from3 + j);
      b = FloatVector.fromArray(SPECIES, source, from7 + j - 4);
      FloatVector b3 = a.blend(b, UPPER_4);
      a = FloatVector.fromArray(SPECIES, source, from3 + j + 4);
      b = FloatVector.fromArray(SPECIES, source, from7 + j);
      FloatVector b7 = a.blend(b, UPPER_4);
      x = b3.blend(b1, UPPER_2).rearrange(BY_2);
      b1 = b1.blend(x, UPPER_2);
      b3 = x.blend(b3, UPPER_2);
      x = b7.blend(b5, UPPER_2).rearrange(BY_2);
      b5 = b5.blend(x, UPPER_2);
      b7 = x.blend(b7, UPPER_2);
      int row = at + j * targetStride;
      x = b1.blend(b0, UPPER_1).rearrange(BY_1);
      b0.blend(x, UPPER_1).intoArray(target, row);
      x.blend(b1, UPPER_1).intoArray(target, row + targetStride);
      x = b3.blend(b2, UPPER_1).rearrange(BY_1);
      b2.blend(x, UPPER_1).intoArray(target, row + 2 * targetStride);
      x.blend(b3, UPPER_1).intoArray(target, row + 3 * targetStride);
      x = b5.blend(b4, UPPER_1).rearrange(BY_1);
      b4.blend(x, UPPER_1).intoArray(target, row + 4 * targetStride);
      x.blend(b5, UPPER_1).intoArray(target, row + 5 * targetStride);
      x = b7.blend(b6, UPPER_1).rearrange(BY_1);
      b6.blend(x, UPPER_1).intoArray(target, row + 6 * targetStride);
      x.blend(b7, UPPER_1).intoArray(target, row + 7 * targetStride);
    }
  }

  /** Exchanges the halves of rows that are 8 apart. */
  private static void halves(float[] square, float[] target, int at, int targetStride) {
    for (int i = 0; i < GROUP; i++) {
      FloatVector a = FloatVector.fromArray(SPECIES, square, i * LANES);
      FloatVector b = FloatVector.fromArray(SPECIES, square, (i + GROUP) * LANES);
      int row = at + i * targetStride;
      a.blend(b.rearrange(BY_8), UPPER_8).intoArray(target, row);
      a.rearrange(BY_8).blend(b, UPPER_8).intoArray(target, row + GROUP * targetStride);
    }
  }
}
