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
      int source0 = from + r * stride;
      int target0 = at + r * targetStride;
      int source1 = source0 + stride;
      int target1 = target0 + targetStride;
      int source2 = source1 + stride;
      int target2 = target1 + targetStride;
      int source3 = source2 + stride;
      int target3 = target2 + targetStride;
      int source4 = source3 + stride;
      int target4 = target3 + targetStride;
      int source5 = source4 + stride;
      int target5 = target4 + targetStride;
      int source6 = source5 + stride;
      int target6 = target5 + targetStride;
      int source7 = source6 + stride;
      int target7 = target6 + targetStride;
      FloatVector v0 = FloatVector.fromArray(SPECIES, source, source0);
      FloatVector v1 = FloatVector.fromArray(SPECIES, source, source1);
      FloatVector v2 = FloatVector.fromArray(SPECIES, source, source2);
      FloatVector v3 = FloatVector.fromArray(SPECIES, source, source3);
      FloatVector v4 = FloatVector.fromArray(SPECIES, source, source4);
      FloatVector v5 = FloatVector.fromArray(SPECIES, source, source5);
      FloatVector v6 = FloatVector.fromArray(SPECIES, source, source6);
      FloatVector v7 = FloatVector.fromArray(SPECIES, source, source7);
      v0.intoArray(target, target0);
      v1.intoArray(target, target1);
      v2.intoArray(target, target2);
      v3.intoArray(target, target3);
      v4.intoArray(target, target4);
      v5.intoArray(target, target5);
      v6.intoArray(target, target6);
      v7.intoArray(target, target7);
    }
    for (; r < rows; r++) {
      System.arraycopy(source, from + r * stride, target, at + r * targetStride, LANES);
    }
  }
}
