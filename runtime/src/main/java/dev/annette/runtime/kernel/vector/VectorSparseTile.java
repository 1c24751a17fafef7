package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The row of a product that leaves out zeros, and what tells whether that made a difference.
 *
 * <p>A term {@code 0·b} with a finite b is a zero, and adding a zero changes no sum but one of −0,
 * which becomes +0; the sign of a zero is forgotten with the next term that is not 0. So if all of
 * b is finite and no sum ends as −0, the bits are those of all terms; else the product is to be
 * computed anew with all of them.
 */
final class VectorSparseTile {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.WIDE;

  private VectorSparseTile() {}

  /**
   * Adds the elements of {@code a} at {@code aFrom} plus the places {@code [from, to)}, times their
   * rows of a wide panel, to the 4 vectors of {@code c} at {@code at}.
   */
  static void multiply(
      float[] a,
      int aFrom,
      int[] places,
      int from,
      int to,
      float[] panel,
      int panelFrom,
      float[] c,
      int at) {
    FloatVector p = FloatVector.fromArray(SPECIES, c, at);
    FloatVector q = FloatVector.fromArray(SPECIES, c, at + LANES);
    FloatVector r = FloatVector.fromArray(SPECIES, c, at + 2 * LANES);
    FloatVector s = FloatVector.fromArray(SPECIES, c, at + 3 * LANES);
    for (int i = from; i < to; i++) {
      int place = places[i];
      int row = panelFrom + place * STEP;
      FloatVector value = FloatVector.broadcast(SPECIES, a[aFrom + place]);
      p = value.fma(FloatVector.fromArray(SPECIES, panel, row), p);
      q = value.fma(FloatVector.fromArray(SPECIES, panel, row + LANES), q);
      r = value.fma(FloatVector.fromArray(SPECIES, panel, row + 2 * LANES), r);
      s = value.fma(FloatVector.fromArray(SPECIES, panel, row + 3 * LANES), s);
    }
    p.intoArray(c, at);
    q.intoArray(c, at + LANES);
    r.intoArray(c, at + 2 * LANES);
    s.intoArray(c, at + 3 * LANES);
  }

  /** Returns whether {@code count} numbers are finite: 0 times each is a zero, and not NaN. */
  static boolean allFinite(float[] b, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector p = zero;
    FloatVector q = zero;
    int i = 0;
    for (; i + 2 * LANES <= count; i += 2 * LANES) {
      p = FloatVector.fromArray(SPECIES, b, i).fma(zero, p);
      q = FloatVector.fromArray(SPECIES, b, i + LANES).fma(zero, q);
    }
    float sum = p.add(q).reduceLanes(VectorOperators.ADD);
    for (; i < count; i++) {
      sum = Math.fma(b[i], 0, sum);
    }
    return sum == 0;
  }

  /**
   * Returns whether there is a −0 in whole wide panels of {@code c [rows, columns]}, whose row r
   * starts at {@code from + r·stride}.
   */
  static boolean hasNegativeZero(float[] c, int from, int stride, int rows, int columns) {
    int end = columns - columns % VectorMatrix.WIDE;
    for (int r = 0; r < rows; r++) {
      int row = from + r * stride;
      for (int j = 0; j < end; j += LANES) {
        if (FloatVector.fromArray(SPECIES, c, row + j).eq(0).anyTrue()
            && hasNegativeZero(c, row + j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasNegativeZero(float[] c, int at) {
    for (int i = at; i < at + LANES; i++) {
      if (Float.floatToRawIntBits(c[i]) == Integer.MIN_VALUE) {
        return true;
      }
    }
    return false;
  }
}
