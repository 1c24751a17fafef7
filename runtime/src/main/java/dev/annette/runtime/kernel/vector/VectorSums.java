package dev.annette.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums of columns, lanes over columns. */
final class VectorSums {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  private VectorSums() {}

  static void columnSums(float[] a, int rows, int columns, int first, int count, float[] sums) {
    first(a, first, count, sums);
    for (int r = 1; r < rows; r++) {
      int row = r * columns + first;
      int j = 0;
      for (; j + LANES <= count; j += LANES) {
        FloatVector.fromArray(SPECIES, sums, j)
            .add(FloatVector.fromArray(SPECIES, a, row + j))
            .intoArray(sums, j);
      }
      for (; j < count; j++) {
        sums[j] += a[row + j];
      }
    }
  }

  /** Writes the first row, with 0 for -0. */
  private static void first(float[] a, int from, int count, float[] sums) {
    FloatVector zero = FloatVector.zero(SPECIES);
    int j = 0;
    for (; j + LANES <= count; j += LANES) {
      FloatVector.fromArray(SPECIES, a, from + j).add(zero).intoArray(sums, j);
    }
    for (; j < count; j++) {
      sums[j] = a[from + j] + 0f;
    }
  }
}
