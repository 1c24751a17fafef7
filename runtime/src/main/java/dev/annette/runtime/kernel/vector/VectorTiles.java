package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost blocks of a product {@code c += a·b}: the sums of a few rows and columns stay in
 * registers over the whole depth.
 *
 * <p>Lanes run over columns, so each output is one chain of fused multiply-adds over the ascending
 * depth. The rows of {@code a} start at {@code a0, a1, …}, those of {@code c} at {@code c0, c1, …};
 * they may repeat, as all of {@code c} is read before any of it is written. Row k of a panel {@code
 * b} starts at {@code bFrom + k·STEP}.
 *
 * <p>Steps along the depth are constants: then C2 takes the checks of all indices out of the loop,
 * which otherwise fill the ports that multiply. That is worth copying matrices into panels. Tiles
 * are written out one by one, since vectors must not cross calls nor lie in arrays.
 */
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private VectorTiles() {}

  /**
   * Adds the product of 2 rows and a wide panel to {@code c}. What the question within a step is
   * for is said in {@link VectorTile6x2}.
   */
  static void multiply2x4(
      float[] a, int a0, int a1, float[] b, int bFrom, int depth, float[] c, int c0, int c1) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y0r = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    FloatVector y0s = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector y1r = FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    FloatVector y1s = FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * VectorMatrix.WIDE;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector br = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector bs = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      if (k == VectorTile6x2.never) {
        break;
      }
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
    }
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y0r.intoArray(c, c0 + 2 * LANES);
    y0s.intoArray(c, c0 + 3 * LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
    y1r.intoArray(c, c1 + 2 * LANES);
    y1s.intoArray(c, c1 + 3 * LANES);
  }

  /** Adds the product of 2 rows and a panel of 2 vectors to {@code c}. */
  static void multiply2x2(
      float[] a, int a0, int a1, float[] b, int bFrom, int depth, float[] c, int c0, int c1) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * VectorMatrix.MIDDLE;
      FloatVector bp = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bq = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0p = x.fma(bp, y0p);
      y0q = x.fma(bq, y0q);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1p = x.fma(bp, y1p);
      y1q = x.fma(bq, y1q);
    }
    y0p.intoArray(c, c0);
    y0q.intoArray(c, c0 + LANES);
    y1p.intoArray(c, c1);
    y1q.intoArray(c, c1 + LANES);
  }

  /** Adds the product of 8 rows and a narrow panel to {@code c}. */
  static void multiply8x1(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int a6,
      int a7,
      float[] b,
      int bFrom,
      int depth,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      int c4,
      int c5,
      int c6,
      int c7) {
    FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y2 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector y3 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector y4 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector y5 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector y6 = FloatVector.fromArray(SPECIES, c, c6);
    FloatVector y7 = FloatVector.fromArray(SPECIES, c, c7);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * VectorMatrix.NARROW;
      FloatVector w = FloatVector.fromArray(SPECIES, b, row);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1 = x.fma(w, y1);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      y2 = x.fma(w, y2);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      y3 = x.fma(w, y3);
      x = FloatVector.broadcast(SPECIES, a[a4 + k]);
      y4 = x.fma(w, y4);
      x = FloatVector.broadcast(SPECIES, a[a5 + k]);
      y5 = x.fma(w, y5);
      x = FloatVector.broadcast(SPECIES, a[a6 + k]);
      y6 = x.fma(w, y6);
      x = FloatVector.broadcast(SPECIES, a[a7 + k]);
      y7 = x.fma(w, y7);
    }
    y0.intoArray(c, c0);
    y1.intoArray(c, c1);
    y2.intoArray(c, c2);
    y3.intoArray(c, c3);
    y4.intoArray(c, c4);
    y5.intoArray(c, c5);
    y6.intoArray(c, c6);
    y7.intoArray(c, c7);
  }
}
