package dev.annette.runtime.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradients of batches of one row: nothing is turned or copied, for that would take longer than
 * the products.
 */
final class VectorRowGradients {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  private VectorRowGradients() {}

  /**
   * Writes {@code gradient[k][j] = x[kFrom + k]·dy[j]} for k below {@code inputs}.
   *
   * @param dy {@code [≥ out]}
   * @param gradient {@code [inputs, out]}
   */
  static void weightGradient(
      float[] x, float[] dy, int out, int kFrom, int inputs, float[] gradient) {
    if (out == 1) {
      outerProduct(dy, 0, 1, x, kFrom, inputs, gradient);
    } else {
      outerProduct(x, kFrom, inputs, dy, 0, out, gradient);
    }
  }

  /**
   * Writes {@code gradient[k][j] = x[xFrom + k]·dy[dyFrom + j]}, with 0 for -0. The zero is named
   * where it is added: of one for all loops the compiler of JDK 17 makes an object.
   */
  private static void outerProduct(
      float[] x, int xFrom, int inputs, float[] dy, int dyFrom, int out, float[] gradient) {
    int whole = out - out % LANES;
    int k = 0;
    for (; k + 4 <= inputs; k += 4) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, x[xFrom + k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, x[xFrom + k + 1]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, x[xFrom + k + 2]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, x[xFrom + k + 3]);
      int row = k * out;
      int row1 = row + out;
      int row2 = row1 + out;
      int row3 = row2 + out;
      for (int j = 0; j < whole; j += LANES) {
        FloatVector g = FloatVector.fromArray(SPECIES, dy, dyFrom + j);
        x0.fma(g, FloatVector.zero(SPECIES)).intoArray(gradient, row + j);
        x1.fma(g, FloatVector.zero(SPECIES)).intoArray(gradient, row1 + j);
        x2.fma(g, FloatVector.zero(SPECIES)).intoArray(gradient, row2 + j);
        x3.fma(g, FloatVector.zero(SPECIES)).intoArray(gradient, row3 + j);
      }
    }
    for (; k < inputs; k++) {
      FloatVector input = FloatVector.broadcast(SPECIES, x[xFrom + k]);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector g = FloatVector.fromArray(SPECIES, dy, dyFrom + j);
        input.fma(g, FloatVector.zero(SPECIES)).intoArray(gradient, k * out + j);
      }
    }
    for (int row = 0; whole < out && row < inputs; row++) {
      for (int j = whole; j < out; j++) {
        gradient[row * out + j] = Math.fma(x[xFrom + row], dy[dyFrom + j], 0f);
      }
    }
  }

  /** Writes {@code dx[k] = Σ_j dy[j]·w[k][j]} of one row. */
  static void inputGradient(
      float[] dy, int dyFrom, float[] w, float[] dx, int dxFrom, int in, int out) {
    Arrays.fill(dx, dxFrom, dxFrom + in, 0f);
    ScalarDots.add(dy, dyFrom, w, 0, out, in, out, dx, dxFrom, 1);
  }
}
