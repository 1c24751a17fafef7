package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/**
 * The gradient of a dense layer's weights, {@code dw = xᵀ·dy}, some rows of it at a time.
 *
 * <p>Where most of dy is 0, as dropout and ReLU leave it, {@code dwᵀ = dyᵀ·x} is computed instead,
 * for as many inputs as a wide panel has columns, and turned.
 */
final class VectorWeightGradient {
  private static final int WIDE = VectorMatrix.WIDE;

  /** The transpose of columns of x. */
  private static final int COLUMNS = Scratch.PRODUCT + 6;

  private static final int TRANSPOSED = Scratch.PRODUCT + 11; // dyᵀ [out, rows]
  private static final int INPUTS = Scratch.PRODUCT + 12; // x [rows, WIDE]
  private static final int SUMS = Scratch.PRODUCT + 13; // dwᵀ [out, WIDE]

  private VectorWeightGradient() {}

  /** Returns the room for the panels of output gradients, and for one element more, the flag. */
  static int packedSize(int rows, int out) {
    return VectorPanels.size(rows, out) + 1;
  }

  /**
   * Copies output gradients into panels. The element after them is 1 if the gradients are also
   * listed in the scratch, for few of them are not 0. One row is copied as it is, and of few units
   * the transpose; then there is no flag.
   */
  static void pack(float[] dy, int rows, int inputs, int out, float[] packed, Scratch scratch) {
    if (rows == 1) {
      System.arraycopy(dy, 0, packed, 0, out);
      return;
    }
    if (out <= VectorFewUnits.MOST) {
      VectorTranspose.write(dy, 0, out, rows, out, packed, 0, rows, scratch);
      return;
    }
    VectorPanels.copy(dy, 0, out, rows, out, packed);
    int block = VectorProducts.depth(rows);
    boolean listed =
        inputs >= WIDE && VectorNonzeros.areFew(dy, 0, out, rows, out, block, inputs, 1);
    if (listed) {
      float[] transposed = scratch.floats(TRANSPOSED, out * rows);
      VectorTranspose.write(dy, 0, out, rows, out, transposed, 0, rows, scratch);
      listed = VectorNonzeros.list(transposed, 0, rows, out, rows, block, scratch);
    }
    packed[VectorPanels.size(rows, out)] = listed ? 1 : 0;
  }

  /** Writes rows as {@link dev.annette.runtime.kernel.Kernels} describes them. */
  static void write(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int kTo,
      float[] gradient,
      Scratch scratch) {
    if (rows == 1) {
      VectorRowGradients.weightGradient(x, packed, out, kFrom, kTo - kFrom, gradient);
      return;
    }
    if (out <= VectorFewUnits.MOST) {
      VectorFewUnits.weightGradient(
          x, packed, rows, in, out, kFrom, kTo - kFrom, gradient, scratch);
      return;
    }
    boolean listed = packed[VectorPanels.size(rows, out)] == 1;
    int k = kFrom;
    while (k < kTo) {
      int at = (k - kFrom) * out;
      if (listed && k + WIDE <= kTo && writeSparse(x, rows, in, out, k, gradient, at, scratch)) {
        k += WIDE;
      } else {
        int next = listed ? Math.min(k + WIDE, kTo) : kTo;
        writeDense(x, packed, rows, in, out, k, next, gradient, at, scratch);
        k = next;
      }
    }
  }

  private static void writeDense(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int kTo,
      float[] gradient,
      int at,
      Scratch scratch) {
    int inputs = kTo - kFrom;
    float[] start = VectorProducts.start(null, gradient, at, out, inputs, out, scratch);
    int copied = VectorMatrix.MANY_REGISTERS ? 0 : VectorRowBlocks.inBlocks(inputs);
    float[] columns = scratch.floats(COLUMNS, copied < inputs ? inputs * rows : 0);
    if (copied < inputs) {
      // whole vectors are transposed faster than what is left, so some inputs before it as well
      int first = Math.max(0, Math.min(copied, inputs - VectorTiles.LANES));
      VectorTranspose.write(
          x, kFrom + first, in, rows, inputs - first, columns, first * rows, rows, scratch);
    }
    int block = VectorProducts.depth(rows);
    for (int r = 0; r < rows; r += block) {
      int depth = Math.min(block, rows - r);
      VectorRowBlocks.copyTransposed(x, r * in + kFrom, in, copied, depth, scratch);
      VectorMatrix.addPrepared(
          false,
          copied,
          0,
          columns,
          r,
          rows,
          packed,
          0,
          rows,
          r,
          depth,
          r == 0 ? start : null,
          0,
          gradient,
          at,
          out,
          inputs,
          out,
          scratch);
    }
  }

  /**
   * Writes a wide panel of inputs from the list.
   *
   * @return whether the bits are those of all terms, as {@link VectorSparseTile} says
   */
  private static boolean writeSparse(
      float[] x, int rows, int in, int out, int k, float[] gradient, int at, Scratch scratch) {
    float[] inputs = scratch.floats(INPUTS, rows * WIDE);
    VectorPanels.copy(x, k, in, rows, WIDE, inputs);
    if (!VectorSparseTile.allFinite(inputs, rows * WIDE)) {
      return false;
    }
    float[] transposed = scratch.floats(TRANSPOSED, out * rows);
    float[] sums = scratch.floats(SUMS, out * WIDE);
    Arrays.fill(sums, 0, out * WIDE, 0f);
    int block = VectorProducts.depth(rows);
    for (int r = 0; r < rows; r += block) {
      VectorNonzeros.addPanel(
          transposed, r, rows, r / block, inputs, r * WIDE, sums, 0, WIDE, out, scratch);
    }
    if (VectorSparseTile.hasNegativeZero(sums, 0, WIDE, out, WIDE)) {
      return false;
    }
    VectorTranspose.write(sums, 0, WIDE, out, WIDE, gradient, at, out, scratch);
    return true;
  }
}
