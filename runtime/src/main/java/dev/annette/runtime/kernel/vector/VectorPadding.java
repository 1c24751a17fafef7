package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of matrices whose rows fill no whole vectors, to where they have room for them. */
final class VectorPadding {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  private VectorPadding() {}

  /**
   * Copies {@code c [rows, width]} to rows that are {@code room} apart; what follows a row comes
   * with it, up to a whole vector.
   */
  static void pad(
      float[] c, int cFrom, int cRow, int rows, int width, float[] padded, int at, int room) {
    for (int j = 0; j < width; j += LANES) {
      int inside = c.length - LANES - cFrom - j;
      int whole = inside < 0 ? 0 : Math.min(rows, inside / cRow + 1);
      vectors(c, cFrom + j, cRow, whole, padded, at + j, room);
      for (int r = whole; r < rows; r++) {
        int count = Math.min(width - j, LANES);
        System.arraycopy(c, cFrom + r * cRow + j, padded, at + r * room + j, count);
      }
    }
  }

  /**
   * Copies them back, from the last column to the first: where rows follow one another, the vector
   * at the end of one reaches into the next, whose beginning is copied after it.
   */
  static void unpad(float[] padded, int room, float[] c, int cFrom, int cRow, int rows, int width) {
    for (int j = (width - 1) / LANES * LANES; j >= 0; j -= LANES) {
      int whole = rows;
      if (j + LANES > width) {
        int inside = rows * width - LANES - j;
        whole = cRow != width || inside < 0 ? 0 : Math.min(rows, inside / cRow + 1);
      }
      vectors(padded, j, room, whole, c, cFrom + j, cRow);
      for (int r = whole; r < rows; r++) {
        System.arraycopy(padded, r * room + j, c, cFrom + r * cRow + j, width - j);
      }
    }
  }

  /**
   * Copies a vector of each row, eight rows at once: so the method is too long to be inlined.
   * Within its callers C2 of JDK 17 sometimes makes an object of each vector.
   */
  private static void vectors(
      float[] source, int from, int stride, int rows, float[] target, int at, int targetStride) {
    int r = 0;
    for (; r + 8 <= rows; r += 8) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, source, from + r * stride);
      FloatVector v1 = FloatVector.fromArray(SPECIES, source, from + (r + 1) * stride);
      FloatVector v2 = FloatVector.fromArray(SPECIES, source, from + (r + 2) * stride);
      FloatVector v3 = FloatVector.fromArray(SPECIES, source, from + (r + 3) * stride);
      FloatVector v4 = FloatVector.fromArray(SPECIES, source, from + (r + 4) * stride);
      FloatVector v5 = FloatVector.fromArray(SPECIES, source, from + (r + 5) * stride);
      FloatVector v6 = FloatVector.fromArray(SPECIES, source, from + (r + 6) * stride);
      FloatVector v7 = FloatVector.fromArray(SPECIES, source, from + (r + 7) * stride);
      v0.intoArray(target, at + r * targetStride);
      v1.intoArray(target, at + (r + 1) * targetStride);
      v2.intoArray(target, at + (r + 2) * targetStride);
      v3.intoArray(target, at + (r + 3) * targetStride);
      v4.intoArray(target, at + (r + 4) * targetStride);
      v5.intoArray(target, at + (r + 5) * targetStride);
      v6.intoArray(target, at + (r + 6) * targetStride);
      v7.intoArray(target, at + (r + 7) * targetStride);
    }
    for (; r < rows; r++) {
      System.arraycopy(source, from + r * stride, target, at + r * targetStride, LANES);
    }
  }
}
