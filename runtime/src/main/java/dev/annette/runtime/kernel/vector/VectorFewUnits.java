package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/**
 * The products of a layer of few units, which would fill too little of a vector if lanes ran over
 * them. Its output is computed without vectors; in its gradients lanes run over the inputs.
 *
 * <p>All read the transpose of a matrix that has few columns, and so is small.
 */
final class VectorFewUnits {
  /** The most units. */
  static final int MOST = 4;

  private static final int TRANSPOSED = Scratch.PRODUCT + 15;
  private static final int SUMS = Scratch.PRODUCT + 7;

  private VectorFewUnits() {}

  /** Adds {@code x·w} to {@code y}; arguments as in {@link VectorProducts#forward}. */
  static void add(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    float[] units = transposed(w, in, out, scratch);
    for (int j = 0; j < out; j++) {
      ScalarDots.add(units, j * in, x, xFrom, xStride, rows, in, y, yFrom + j, yStride);
    }
  }

  /** Writes {@code dx = dy·wᵀ}; arguments as in {@link VectorInputGradient#write}. */
  static void inputGradient(
      float[] dy,
      int dyFrom,
      int dyStride,
      float[] w,
      float[] dx,
      int dxFrom,
      int dxStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    VectorProducts.begin(null, dx, dxFrom, dxStride, rows, in);
    float[] units = transposed(w, in, out, scratch);
    VectorRows.add(
        dy, dyFrom, dyStride, units, 0, in, dx, dxFrom, dxStride, rows, out, in, scratch);
  }

  /**
   * Writes rows of {@code dw}; arguments as in {@link VectorWeightGradient#write}.
   *
   * @param packed {@code dyᵀ [out, rows]}
   */
  static void weightGradient(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int inputs,
      float[] gradient,
      Scratch scratch) {
    float[] sums = out == 1 ? gradient : scratch.floats(SUMS, out * inputs); // dwᵀ [out, inputs]
    Arrays.fill(sums, 0, out * inputs, 0f);
    VectorRows.add(packed, 0, rows, x, kFrom, in, sums, 0, inputs, out, rows, inputs, scratch);
    if (out > 1) {
      VectorTranspose.write(sums, 0, inputs, out, inputs, gradient, 0, out, scratch);
    }
  }

  private static float[] transposed(float[] w, int in, int out, Scratch scratch) {
    if (out == 1) {
      return w;
    }
    float[] units = scratch.floats(TRANSPOSED, in * out);
    VectorTranspose.write(w, 0, out, in, out, units, 0, in, scratch);
    return units;
  }
}
