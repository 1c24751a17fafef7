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
  private static final VectorShuffle<Float> BY_4 =
      VectorShuffle.fromArray(SPECIES, exchange(IN_REGISTERS ? 4 : 0), 0);
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
      for (int j = 0; j < wholeColumns; j += LANES) {
        int first = from + i * stride + j;
        int corner = at + j * targetStride + i;
        if (LANES == GROUP) {
          group(source, first, stride, target, corner, targetStride);
        } else {
          group(source, first, stride, square, 0, LANES);
          group(source, first + GROUP * stride, stride, square, GROUP * LANES, LANES);
          halves(square, target, corner, targetStride);
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

  /** Transposes 8 rows within each 8 columns. */
  private static void group(
      float[] source, int from, int stride, float[] target, int at, int targetStride) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, source, from);
    FloatVector a1 = FloatVector.fromArray(SPECIES, source, from + stride);
    FloatVector a2 = FloatVector.fromArray(SPECIES, source, from + 2 * stride);
    FloatVector a3 = FloatVector.fromArray(SPECIES, source, from + 3 * stride);
    FloatVector a4 = FloatVector.fromArray(SPECIES, source, from + 4 * stride);
    FloatVector a5 = FloatVector.fromArray(SPECIES, source, from + 5 * stride);
    FloatVector a6 = FloatVector.fromArray(SPECIES, source, from + 6 * stride);
    FloatVector a7 = FloatVector.fromArray(SPECIES, source, from + 7 * stride);
    FloatVector b0 = a0.blend(a4.rearrange(BY_4), UPPER_4);
    FloatVector b4 = a0.rearrange(BY_4).blend(a4, UPPER_4);
    FloatVector b1 = a1.blend(a5.rearrange(BY_4), UPPER_4);
    FloatVector b5 = a1.rearrange(BY_4).blend(a5, UPPER_4);
    FloatVector b2 = a2.blend(a6.rearrange(BY_4), UPPER_4);
    FloatVector b6 = a2.rearrange(BY_4).blend(a6, UPPER_4);
    FloatVector b3 = a3.blend(a7.rearrange(BY_4), UPPER_4);
    FloatVector b7 = a3.rearrange(BY_4).blend(a7, UPPER_4);
    FloatVector c0 = b0.blend(b2.rearrange(BY_2), UPPER_2);
    FloatVector c2 = b0.rearrange(BY_2).blend(b2, UPPER_2);
    FloatVector c1 = b1.blend(b3.rearrange(BY_2), UPPER_2);
    FloatVector c3 = b1.rearrange(BY_2).blend(b3, UPPER_2);
    FloatVector c4 = b4.blend(b6.rearrange(BY_2), UPPER_2);
    FloatVector c6 = b4.rearrange(BY_2).blend(b6, UPPER_2);
    FloatVector c5 = b5.blend(b7.rearrange(BY_2), UPPER_2);
    FloatVector c7 = b5.rearrange(BY_2).blend(b7, UPPER_2);
    FloatVector d0 = c0.blend(c1.rearrange(BY_1), UPPER_1);
    FloatVector d1 = c0.rearrange(BY_1).blend(c1, UPPER_1);
    FloatVector d2 = c2.blend(c3.rearrange(BY_1), UPPER_1);
    FloatVector d3 = c2.rearrange(BY_1).blend(c3, UPPER_1);
    FloatVector d4 = c4.blend(c5.rearrange(BY_1), UPPER_1);
    FloatVector d5 = c4.rearrange(BY_1).blend(c5, UPPER_1);
    FloatVector d6 = c6.blend(c7.rearrange(BY_1), UPPER_1);
    FloatVector d7 = c6.rearrange(BY_1).blend(c7, UPPER_1);
    d0.intoArray(target, at);
    d1.intoArray(target, at + targetStride);
    d2.intoArray(target, at + 2 * targetStride);
    d3.intoArray(target, at + 3 * targetStride);
    d4.intoArray(target, at + 4 * targetStride);
    d5.intoArray(target, at + 5 * targetStride);
    d6.intoArray(target, at + 6 * targetStride);
    d7.intoArray(target, at + 7 * targetStride);
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
