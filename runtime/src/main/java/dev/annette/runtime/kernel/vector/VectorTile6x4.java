package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The largest block of a product, 6 rows by 4 vectors: 24 sums, 4 columns and one element of {@code
 * a} fill 29 of the 32 registers of AVX-512.
 */
final class VectorTile6x4 {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int STEP = VectorMatrix.WIDE;

  private VectorTile6x4() {}

  /**
   * Adds the product of 6 rows and a wide panel to {@code c}. Arguments as in {@link VectorTiles};
   * the rows of {@code a} are {@code aRow} apart, those of {@code c} {@code cRow}.
   */
  static void multiply(
      float[] a, int a0, int aRow, float[] b, int bFrom, int depth, float[] c, int c0, int cRow) {
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    int c4 = c3 + cRow;
    int c5 = c4 + cRow;
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y0r = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    FloatVector y0s = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector y1r = FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    FloatVector y1s = FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES);
    FloatVector y2p = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector y2q = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector y2r = FloatVector.fromArray(SPECIES, c, c2 + 2 * LANES);
    FloatVector y2s = FloatVector.fromArray(SPECIES, c, c2 + 3 * LANES);
    FloatVector y3p = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector y3q = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    FloatVector y3r = FloatVector.fromArray(SPECIES, c, c3 + 2 * LANES);
    FloatVector y3s = FloatVector.fromArray(SPECIES, c, c3 + 3 * LANES);
    FloatVector y4p = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector y4q = FloatVector.fromArray(SPECIES, c, c4 + LANES);
    FloatVector y4r = FloatVector.fromArray(SPECIES, c, c4 + 2 * LANES);
    FloatVector y4s = FloatVector.fromArray(SPECIES, c, c4 + 3 * LANES);
    FloatVector y5p = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector y5q = FloatVector.fromArray(SPECIES, c, c5 + LANES);
    FloatVector y5r = FloatVector.fromArray(SPECIES, c, c5 + 2 * LANES);
    FloatVector y5s = FloatVector.fromArray(SPECIES, c, c5 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * STEP;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector br = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector bs = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      y0r = x.fma(br, y0r);
      y0s = x.fma(bs, y0s);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
      y1r = x.fma(br, y1r);
      y1s = x.fma(bs, y1s);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      y2p = x.fma(bp, y2p);
      y2q = x.fma(bq, y2q);
      y2r = x.fma(br, y2r);
      y2s = x.fma(bs, y2s);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      y3p = x.fma(bp, y3p);
      y3q = x.fma(bq, y3q);
      y3r = x.fma(br, y3r);
      y3s = x.fma(bs, y3s);
      x = FloatVector.broadcast(SPECIES, a[a4 + k]);
      y4p = x.fma(bp, y4p);
      y4q = x.fma(bq, y4q);
      y4r = x.fma(br, y4r);
      y4s = x.fma(bs, y4s);
      x = FloatVector.broadcast(SPECIES, a[a5 + k]);
      y5p = x.fma(bp, y5p);
      y5q = x.fma(bq, y5q);
      y5r = x.fma(br, y5r);
      y5s = x.fma(bs, y5s);
    }
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y0r.intoArray(c, c0 + 2 * LANES);
    y0s.intoArray(c, c0 + 3 * LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
    y1r.intoArray(c, c1 + 2 * LANES);
    y1s.intoArray(c, c1 + 3 * LANES);
    y2p.intoArray(c, c2);
    y2q.intoArray(c, c2 + LANES);
    y2r.intoArray(c, c2 + 2 * LANES);
    y2s.intoArray(c, c2 + 3 * LANES);
    y3p.intoArray(c, c3);
    y3q.intoArray(c, c3 + LANES);
    y3r.intoArray(c, c3 + 2 * LANES);
    y3s.intoArray(c, c3 + 3 * LANES);
    y4p.intoArray(c, c4);
    y4q.intoArray(c, c4 + LANES);
    y4r.intoArray(c, c4 + 2 * LANES);
    y4s.intoArray(c, c4 + 3 * LANES);
    y5p.intoArray(c, c5);
    y5q.intoArray(c, c5 + LANES);
    y5r.intoArray(c, c5 + 2 * LANES);
    y5s.intoArray(c, c5 + 3 * LANES);
  }
}
