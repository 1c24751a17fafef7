package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The block of a product for 16 registers whose rows are read where they lie: a copy in {@link
 * VectorRowBlocks} makes {@link VectorTile6x2} faster, but takes its time, and 6 rows may be too
 * many. What the questions within a step are for is said in that class.
 */
final class VectorTile4x2 {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.WIDE;

  private VectorTile4x2() {}

  /**
   * Writes 4 rows and 2 vectors of {@code c = start + a·b}, with b a wide panel.
   *
   * @param a0 where the first row begins in {@code a}, whose elements follow one another
   * @param start as in {@link VectorTile6x2#multiply}
   * @param c0 where the first row begins in {@code c}; rows may repeat, as all of {@code c} is read
   *     before any of it is written
   */
  static void multiply(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      float[] b,
      int bFrom,
      int depth,
      float[] start,
      int s0,
      int apart,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, start, s0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, start, s0 + LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, start, s0 + (c1 - c0) * apart);
    FloatVector y1q = FloatVector.fromArray(SPECIES, start, s0 + (c1 - c0) * apart + LANES);
    FloatVector y2p = FloatVector.fromArray(SPECIES, start, s0 + (c2 - c0) * apart);
    FloatVector y2q = FloatVector.fromArray(SPECIES, start, s0 + (c2 - c0) * apart + LANES);
    FloatVector y3p = FloatVector.fromArray(SPECIES, start, s0 + (c3 - c0) * apart);
    FloatVector y3q = FloatVector.fromArray(SPECIES, start, s0 + (c3 - c0) * apart + LANES);
    int even = depth - depth % 2;
    for (int k = 0; k < even; k += 2) {
      int row = bFrom + k * STEP;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      if (k == VectorTile6x2.never) {
        break;
      }
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      if (k == VectorTile6x2.neverAfterTwoRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
      if (k == VectorTile6x2.neverAfterFourRows) {
        break;
      }
      bp = FloatVector.fromArray(SPECIES, b, row + STEP);
      bq = FloatVector.fromArray(SPECIES, b, row + STEP + LANES);
      if (k + 1 == VectorTile6x2.never) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[a1 + k + 1]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      if (k + 1 == VectorTile6x2.neverAfterTwoRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[a2 + k + 1]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[a3 + k + 1]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
    }
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
    y2p.intoArray(c, c2);
    y2q.intoArray(c, c2 + LANES);
    y3p.intoArray(c, c3);
    y3q.intoArray(c, c3 + LANES);
    if (even < depth) {
      step(
          a, a0 + even, a1 + even, a2 + even, a3 + even, b, bFrom + even * STEP, c, c0, c1, c2, c3);
    }
  }

  /**
   * Adds one step: the product of an element of each row, at {@code a0, a1, …}, and 2 vectors of
   * {@code b}.
   */
  static void step(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      float[] b,
      int bFrom,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3) {
    FloatVector bp = FloatVector.fromArray(SPECIES, b, bFrom);
    FloatVector bq = FloatVector.fromArray(SPECIES, b, bFrom + LANES);
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector x = FloatVector.broadcast(SPECIES, a[a0]);
    y0p = x.fma(bp, y0p);
    y0q = x.fma(bq, y0q);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    x = FloatVector.broadcast(SPECIES, a[a1]);
    y1p = x.fma(bp, y1p);
    y1q = x.fma(bq, y1q);
    FloatVector y2p = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector y2q = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    x = FloatVector.broadcast(SPECIES, a[a2]);
    y2p = x.fma(bp, y2p);
    y2q = x.fma(bq, y2q);
    FloatVector y3p = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector y3q = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    x = FloatVector.broadcast(SPECIES, a[a3]);
    y3p = x.fma(bp, y3p);
    y3q = x.fma(bq, y3q);
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
    y2p.intoArray(c, c2);
    y2q.intoArray(c, c2 + LANES);
    y3p.intoArray(c, c3);
    y3q.intoArray(c, c3 + LANES);
  }
}
