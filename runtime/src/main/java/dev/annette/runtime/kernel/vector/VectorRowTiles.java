package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost blocks of a product that is too small to copy the matrix into panels for it: row k
 * of {@code b} starts at {@code bFrom + k·bStep}. Else as {@link VectorTiles}.
 */
final class VectorRowTiles {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  private VectorRowTiles() {}

  /**
   * Adds the product of 1 row and 4 vectors of columns to {@code c}, two steps at once: so the
   * method is too long to be inlined. Within its callers C2 of JDK 17 makes an object of each sum
   * in each step.
   */
  static void multiply1x4(
      float[] a, int a0, float[] b, int bFrom, int bStep, int depth, float[] c, int c0) {
    FloatVector p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector r = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    FloatVector s = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
    int k = 0;
    for (; k + 2 <= depth; k += 2) {
      int row = bFrom + k * bStep;
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      p = x.fma(FloatVector.fromArray(SPECIES, b, row), p);
      q = x.fma(FloatVector.fromArray(SPECIES, b, row + LANES), q);
      r = x.fma(FloatVector.fromArray(SPECIES, b, row + 2 * LANES), r);
      s = x.fma(FloatVector.fromArray(SPECIES, b, row + 3 * LANES), s);
      row += bStep;
      x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
      p = x.fma(FloatVector.fromArray(SPECIES, b, row), p);
      q = x.fma(FloatVector.fromArray(SPECIES, b, row + LANES), q);
      r = x.fma(FloatVector.fromArray(SPECIES, b, row + 2 * LANES), r);
      s = x.fma(FloatVector.fromArray(SPECIES, b, row + 3 * LANES), s);
    }
    if (k < depth) {
      int row = bFrom + k * bStep;
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      p = x.fma(FloatVector.fromArray(SPECIES, b, row), p);
      q = x.fma(FloatVector.fromArray(SPECIES, b, row + LANES), q);
      r = x.fma(FloatVector.fromArray(SPECIES, b, row + 2 * LANES), r);
      s = x.fma(FloatVector.fromArray(SPECIES, b, row + 3 * LANES), s);
    }
    p.intoArray(c, c0);
    q.intoArray(c, c0 + LANES);
    r.intoArray(c, c0 + 2 * LANES);
    s.intoArray(c, c0 + 3 * LANES);
  }

  /**
   * Adds the product of 4 elements of a row and 4 rows of {@code b}, which start at {@code b0, b1,
   * …}, to {@code c}.
   *
   * @param columns of {@code b} and {@code c}, a multiple of a vector
   */
  static void addFour(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b,
      int b0,
      int b1,
      int b2,
      int b3,
      float[] c,
      int c0,
      int columns) {
    FloatVector x0 = FloatVector.broadcast(SPECIES, a0);
    FloatVector x1 = FloatVector.broadcast(SPECIES, a1);
    FloatVector x2 = FloatVector.broadcast(SPECIES, a2);
    FloatVector x3 = FloatVector.broadcast(SPECIES, a3);
    for (int j = 0; j < columns; j += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, c, c0 + j);
      y = x0.fma(FloatVector.fromArray(SPECIES, b, b0 + j), y);
      y = x1.fma(FloatVector.fromArray(SPECIES, b, b1 + j), y);
      y = x2.fma(FloatVector.fromArray(SPECIES, b, b2 + j), y);
      y = x3.fma(FloatVector.fromArray(SPECIES, b, b3 + j), y);
      y.intoArray(c, c0 + j);
    }
  }

  /** Adds the product of 1 element of a row and 1 row of {@code b} to {@code c}. */
  static void addOne(float a, float[] b, int b0, float[] c, int c0, int columns) {
    for (int j = 0; j < columns; j += LANES) {
      FloatVector.broadcast(SPECIES, a)
          .fma(FloatVector.fromArray(SPECIES, b, b0 + j), FloatVector.fromArray(SPECIES, c, c0 + j))
          .intoArray(c, c0 + j);
    }
  }

  /** Adds the product of 4 elements of 2 rows and 4 rows of {@code b} to {@code c}. */
  static void addFourOfTwo(
      float[] a,
      int a0,
      int a1,
      float[] b,
      int bFrom,
      int bStep,
      float[] c,
      int c0,
      int c1,
      int columns) {
    FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0]);
    FloatVector x1 = FloatVector.broadcast(SPECIES, a[a0 + 1]);
    FloatVector x2 = FloatVector.broadcast(SPECIES, a[a0 + 2]);
    FloatVector x3 = FloatVector.broadcast(SPECIES, a[a0 + 3]);
    FloatVector z0 = FloatVector.broadcast(SPECIES, a[a1]);
    FloatVector z1 = FloatVector.broadcast(SPECIES, a[a1 + 1]);
    FloatVector z2 = FloatVector.broadcast(SPECIES, a[a1 + 2]);
    FloatVector z3 = FloatVector.broadcast(SPECIES, a[a1 + 3]);
    int b1 = bFrom + bStep;
    int b2 = b1 + bStep;
    int b3 = b2 + bStep;
    for (int j = 0; j < columns; j += LANES) {
      FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0 + j);
      FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1 + j);
      FloatVector row = FloatVector.fromArray(SPECIES, b, bFrom + j);
      y0 = x0.fma(row, y0);
      y1 = z0.fma(row, y1);
      row = FloatVector.fromArray(SPECIES, b, b1 + j);
      y0 = x1.fma(row, y0);
      y1 = z1.fma(row, y1);
      row = FloatVector.fromArray(SPECIES, b, b2 + j);
      y0 = x2.fma(row, y0);
      y1 = z2.fma(row, y1);
      row = FloatVector.fromArray(SPECIES, b, b3 + j);
      y0 = x3.fma(row, y0);
      y1 = z3.fma(row, y1);
      y0.intoArray(c, c0 + j);
      y1.intoArray(c, c1 + j);
    }
  }

  /** Adds the product of 2 rows and 4 vectors of columns to {@code c}. */
  static void multiply2x4(
      float[] a,
      int a0,
      int a1,
      float[] b,
      int bFrom,
      int bStep,
      int depth,
      float[] c,
      int c0,
      int c1) {
    FloatVector y0p = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y0q = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector y0r = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    FloatVector y0s = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
    FloatVector y1p = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector y1q = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector y1r = FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    FloatVector y1s = FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int row = bFrom + k * bStep;
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

  /**
   * Adds the product of 2 rows and 1 vector of columns to {@code c}, four steps at once: like
   * {@link #multiply1x4} it is not to be inlined.
   */
  static void multiply2x1(
      float[] a,
      int a0,
      int a1,
      float[] b,
      int bFrom,
      int bStep,
      int depth,
      float[] c,
      int c0,
      int c1) {
    FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1);
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      int row = bFrom + k * bStep;
      FloatVector w = FloatVector.fromArray(SPECIES, b, row);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1 = x.fma(w, y1);
      row += bStep;
      w = FloatVector.fromArray(SPECIES, b, row);
      x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k + 1]);
      y1 = x.fma(w, y1);
      row += bStep;
      w = FloatVector.fromArray(SPECIES, b, row);
      x = FloatVector.broadcast(SPECIES, a[a0 + k + 2]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k + 2]);
      y1 = x.fma(w, y1);
      row += bStep;
      w = FloatVector.fromArray(SPECIES, b, row);
      x = FloatVector.broadcast(SPECIES, a[a0 + k + 3]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k + 3]);
      y1 = x.fma(w, y1);
    }
    for (; k < depth; k++) {
      int row = bFrom + k * bStep;
      FloatVector w = FloatVector.fromArray(SPECIES, b, row);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
      y0 = x.fma(w, y0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      y1 = x.fma(w, y1);
    }
    y0.intoArray(c, c0);
    y1.intoArray(c, c1);
  }
}
