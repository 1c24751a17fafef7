package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The largest block of a product for 16 registers, 6 rows by 2 vectors: 12 sums, 2 columns and the
 * elements of one or two rows.
 *
 * <p>The questions within a step are never true, which the compiler must not know: it does not move
 * loads across them. Else C2 begins a step with the elements of all rows, and registers do not
 * suffice: sums go to the stack and back, which takes more than twice as long (with AVX2, on JDK 17
 * and 25). Each has a field of its own, for C2 asks no question twice. Two steps at once share the
 * arithmetic of indices: a step alone has as many instructions as the processor can issue in the
 * time of its multiply-adds.
 */
final class VectorTile6x2 {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.WIDE;
  private static final int ROWS = VectorRowBlocks.STEP;

  /** Steps that there are not. */
  static int never = -1;

  static int neverAfterTwoRows = -1;
  static int neverAfterFourRows = -1;
  static int neverAfterSixRows = -1;

  private VectorTile6x2() {}

  /**
   * Writes 6 rows and 2 vectors of {@code c = start + a·b}, with b a wide panel.
   *
   * @param a the rows as {@link VectorRowBlocks} has them
   * @param start what the sums begin with: those of the first row at {@code s0}, and the others as
   *     far from it as they are in {@code c}, times {@code apart}. So 1 adds to {@code c}, if that
   *     is {@code start}, and with 0 all rows begin with the same
   * @param c0 where the first row begins in {@code c}; the last row may be the one before it, as
   *     all of {@code c} is read before any of it is written
   */
  static void multiply(
      float[] a,
      int aFrom,
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
      int c3,
      int c4,
      int c5) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, start, s0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, start, s0 + LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, start, s0 + (c1 - c0) * apart);
    FloatVector y1q = FloatVector.fromArray(SPECIES, start, s0 + (c1 - c0) * apart + LANES);
    FloatVector y2p = FloatVector.fromArray(SPECIES, start, s0 + (c2 - c0) * apart);
    FloatVector y2q = FloatVector.fromArray(SPECIES, start, s0 + (c2 - c0) * apart + LANES);
    FloatVector y3p = FloatVector.fromArray(SPECIES, start, s0 + (c3 - c0) * apart);
    FloatVector y3q = FloatVector.fromArray(SPECIES, start, s0 + (c3 - c0) * apart + LANES);
    FloatVector y4p = FloatVector.fromArray(SPECIES, start, s0 + (c4 - c0) * apart);
    FloatVector y4q = FloatVector.fromArray(SPECIES, start, s0 + (c4 - c0) * apart + LANES);
    FloatVector y5p = FloatVector.fromArray(SPECIES, start, s0 + (c5 - c0) * apart);
    FloatVector y5q = FloatVector.fromArray(SPECIES, start, s0 + (c5 - c0) * apart + LANES);
    int even = depth - depth % 2;
    for (int k = 0; k < even; k += 2) {
      int row = bFrom + k * STEP;
      int at = aFrom + k * ROWS;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      if (k == never) {
        break;
      }
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[at + 1]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      if (k == neverAfterTwoRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + 2]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[at + 3]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
      if (k == neverAfterFourRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + 4]);
      y4p = x.fma(bp, y4p);
      y4q = x.fma(bq, y4q);
      x = FloatVector.broadcast(SPECIES, a[at + 5]);
      y5p = x.fma(bp, y5p);
      y5q = x.fma(bq, y5q);
      if (k == neverAfterSixRows) {
        break;
      }
      bp = FloatVector.fromArray(SPECIES, b, row + STEP);
      bq = FloatVector.fromArray(SPECIES, b, row + STEP + LANES);
      if (k + 1 == never) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + ROWS]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[at + ROWS + 1]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      if (k + 1 == neverAfterTwoRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + ROWS + 2]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[at + ROWS + 3]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
      if (k + 1 == neverAfterFourRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + ROWS + 4]);
      y4p = x.fma(bp, y4p);
      y4q = x.fma(bq, y4q);
      x = FloatVector.broadcast(SPECIES, a[at + ROWS + 5]);
      y5p = x.fma(bp, y5p);
      y5q = x.fma(bq, y5q);
    }
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
    y2p.intoArray(c, c2);
    y2q.intoArray(c, c2 + LANES);
    y3p.intoArray(c, c3);
    y3q.intoArray(c, c3 + LANES);
    y4p.intoArray(c, c4);
    y4q.intoArray(c, c4 + LANES);
    y5p.intoArray(c, c5);
    y5q.intoArray(c, c5 + LANES);
    if (even < depth) {
      step(a, aFrom + even * ROWS, b, bFrom + even * STEP, c, c0, c1, c2, c3, c4, c5);
    }
  }

  private static void step(
      float[] a,
      int aFrom,
      float[] b,
      int bFrom,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      int c4,
      int c5) {
    VectorTile4x2.step(a, aFrom, aFrom + 1, aFrom + 2, aFrom + 3, b, bFrom, c, c0, c1, c2, c3);
    VectorTile4x2.step(a, aFrom + 4, aFrom + 5, aFrom + 5, aFrom + 5, b, bFrom, c, c4, c5, c5, c5);
  }
}
