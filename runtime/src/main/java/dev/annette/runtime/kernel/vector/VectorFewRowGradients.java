package dev.annette.runtime.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradients of batches of few rows, where turning a matrix for them would take longer than the
 * products: nothing is copied but the gradients of outputs, whose rows are filled up with 0.
 */
final class VectorFewRowGradients {
  /** Below this number of rows the weight gradient is a sum of outer products. */
  static final int OUTER = 8;

  /** Up to this number of rows the input gradient is computed without vectors. */
  static final int PLAIN = 2;

  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  private VectorFewRowGradients() {}

  /** Returns the length of a row that is filled up. */
  static int filled(int out) {
    return (out + LANES - 1) / LANES * LANES;
  }

  /** Copies {@code dy [rows, out]} to {@code packed [rows, filled(out)]}. */
  static void pack(float[] dy, int rows, int out, float[] packed) {
    int stride = filled(out);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(dy, r * out, packed, r * stride, out);
      for (int j = out; j < stride; j++) {
        packed[r * stride + j] = 0;
      }
    }
  }

  /**
   * Writes {@code gradient[k][j] = Σ_r x[r][kFrom + k]·dy[r][j]} for k below {@code inputs}.
   *
   * @param x {@code [rows, in]}
   * @param packed {@code [rows, filled(out)]}
   * @param gradient {@code [inputs, out]}
   */
  static void weightGradient(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int inputs,
      float[] gradient) {
    int stride = filled(out);
    int whole = out - out % LANES;
    if (rows == 1 && out == 1) {
      outerProduct(packed, 0, 1, x, kFrom, inputs, gradient);
      return;
    }
    if (rows == 1) {
      outerProduct(x, kFrom, inputs, packed, 0, out, gradient);
      return;
    }
    for (int k = 0; k < inputs; k++) {
      int row = k * out;
      // what the last vector of a row writes too much, the next row overwrites
      int end = row + stride <= inputs * out ? stride : whole;
      for (int j = 0; j < end; j += LANES) {
        outer(x, kFrom + k, in, packed, j, stride, rows, gradient, row + j);
      }
      for (int j = end; j < out; j++) {
        float sum = 0;
        for (int r = 0; r < rows; r++) {
          sum = Math.fma(x[r * in + kFrom + k], packed[r * stride + j], sum);
        }
        gradient[row + j] = sum;
      }
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

  /** Writes one vector of the sum of outer products. */
  private static void outer(
      float[] x, int k, int in, float[] dy, int j, int stride, int rows, float[] sums, int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int r = 0; r < rows; r++) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, dy, r * stride + j);
      sum = FloatVector.broadcast(SPECIES, x[r * in + k]).fma(gradient, sum);
    }
    sum.intoArray(sums, at);
  }

  /** Writes {@code dx[k] = Σ_j dy[j]·w[k][j]} of one row. */
  static void inputGradient(
      float[] dy, int dyFrom, float[] w, float[] dx, int dxFrom, int in, int out) {
    Arrays.fill(dx, dxFrom, dxFrom + in, 0f);
    VectorDots.add(dy, dyFrom, w, 0, out, in, out, dx, dxFrom, 1);
  }
}
