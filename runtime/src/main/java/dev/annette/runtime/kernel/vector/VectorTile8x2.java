package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The block of a product for panels of 2 vectors: 8 rows, 16 sums. */
final class VectorTile8x2 {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.MIDDLE;

  private VectorTile8x2() {}

  /**
   * Adds the product of 8 rows and a panel of 2 vectors to {@code c}. Arguments as in {@link
   * VectorTiles}; the rows of {@code a} are {@code aRow} apart, those of {@code c} {@code cRow}.
   */
  static void multiply(
      float[] a, int a0, int aRow, float[] b, int bFrom, int depth, float[] c, int c0, int cRow) {
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int a6 = a5 + aRow;
    int a7 = a6 + aRow;
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    int c4 = c3 + cRow;
    int c5 = c4 + cRow;
    int c6 = c5 + cRow;
    int c7 = c6 + cRow;
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector y2p = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector y2q = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector y3p = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector y3q = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    FloatVector y4p = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector y4q = FloatVector.fromArray(SPECIES, c, c4 + LANES);
    FloatVector y5p = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector y5q = FloatVector.fromArray(SPECIES, c, c5 + LANES);
    FloatVector y6p = FloatVector.fromArray(SPECIES, c, c6);
    FloatVector y6q = FloatVector.fromArray(SPECIES, c, c6 + LANES);
    FloatVector y7p = FloatVector.fromArray(SPECIES, c, c7);
    FloatVector y7q = FloatVector.fromArray(SPECIES, c, c7 + LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * STEP;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
      x = FloatVector.broadcast(SPECIES, a[a4 + k]);
      y4p = x.fma(bp, y4p);
      y4q = x.fma(bq, y4q);
      x = FloatVector.broadcast(SPECIES, a[a5 + k]);
      y5p = x.fma(bp, y5p);
      y5q = x.fma(bq, y5q);
      x = FloatVector.broadcast(SPECIES, a[a6 + k]);
      y6p = x.fma(bp, y6p);
      y6q = x.fma(bq, y6q);
      x = FloatVector.broadcast(SPECIES, a[a7 + k]);
      y7p = x.fma(bp, y7p);
      y7q = x.fma(bq, y7q);
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
    y6p.intoArray(c, c6);
    y6q.intoArray(c, c6 + LANES);
    y7p.intoArray(c, c7);
    y7q.intoArray(c, c7 + LANES);
  }
}
