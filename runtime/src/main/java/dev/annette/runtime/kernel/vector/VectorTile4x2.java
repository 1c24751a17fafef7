package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The block of a product for 16 registers where 6 rows are too many; see {@link VectorTile6x2}. */
final class VectorTile4x2 {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.WIDE;
  private static final int ROWS = VectorRowBlocks.STEP;

  private VectorTile4x2() {}

  /**
   * Adds the product of 4 rows and 2 vectors of a wide panel to {@code c}.
   *
   * @param a the rows as {@link VectorRowBlocks} has them
   * @param c0 where the first row begins in {@code c}; rows may repeat, as all of {@code c} is read
   *     before any of it is written
   */
  static void multiply(
      float[] a,
      int aFrom,
      float[] b,
      int bFrom,
      int depth,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector y2p = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector y2q = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector y3p = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector y3q = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * STEP;
      int at = aFrom + k * ROWS;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      if (k == VectorTile6x2.never) {
        break;
      }
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[at + 1]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      if (k == VectorTile6x2.neverAfterTwoRows) {
        break;
      }
      x = FloatVector.broadcast(SPECIES, a[at + 2]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[at + 3]);
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
  }
}
