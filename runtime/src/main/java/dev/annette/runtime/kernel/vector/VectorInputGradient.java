package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/**
 * The gradient of a dense layer's inputs, {@code dx = dy·wᵀ}. Something must be transposed, since
 * vectors run along memory: the weights, or the gradients on the way in and out. For one or two
 * rows neither pays.
 */
final class VectorInputGradient {
  private static final int PANELS = Scratch.PRODUCT + 4;

  /** The inputs whose gradients are computed before they are put in place. */
  private static final int INPUTS = 96;

  /** What turning the weights takes, as many times reading them. */
  private static final double TURNING = 5;

  /**
   * The number of rows from which on turning the weights always pays: with few registers the rows
   * are copied then, which is a good part faster.
   */
  private static final int MOST_ROWS = VectorMatrix.MANY_REGISTERS ? Integer.MAX_VALUE : 64;

  private static final int SUMS = Scratch.PRODUCT + 7;

  private VectorInputGradient() {}

  /** Writes it as {@link dev.annette.runtime.kernel.Kernels} describes. */
  static void write(
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
    if (rows <= VectorFewRowGradients.PLAIN) {
      for (int r = 0; r < rows; r++) {
        VectorFewRowGradients.inputGradient(
            dy, dyFrom + r * dyStride, w, dx, dxFrom + r * dxStride, in, out);
      }
      return;
    }
    int block = VectorProducts.depth(out);
    boolean sparse =
        rows >= VectorTiles.LANES
            && VectorNonzeros.areFew(dy, dyFrom, dyStride, rows, out, block, in, TURNING)
            && VectorNonzeros.list(dy, dyFrom, dyStride, rows, out, block, scratch)
            && VectorSparseTile.allFinite(w, in * out);
    if (sparse) {
      withInputsInLanes(
          true, dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
      if (!VectorSparseTile.hasNegativeZero(dx, dxFrom, dxStride, rows, in)) {
        return;
      }
    }
    if (rows >= VectorTiles.LANES
        && rows < MOST_ROWS
        && (long) rows * (in + out) < (long) in * out) {
      withRowsInLanes(dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    } else {
      withInputsInLanes(
          false, dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    }
  }

  /**
   * Transposes the weights.
   *
   * @param sparse whether {@link VectorNonzeros} has listed dy
   */
  private static void withInputsInLanes(
      boolean sparse,
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
    for (int r = 0; r < rows; r++) {
      int row = dxFrom + r * dxStride;
      Arrays.fill(dx, row, row + in, 0f);
    }
    int block = VectorProducts.depth(out);
    float[] panels = scratch.floats(PANELS, VectorPanels.size(block, in));
    for (int j = 0; j < out; j += block) {
      int depth = Math.min(block, out - j);
      VectorPanels.copyTransposed(w, j, out, depth, in, panels, 0, scratch);
      if (!sparse || in % VectorMatrix.WIDE > 0) {
        VectorMatrix.take(dy, dyFrom + j, dyStride, rows, depth, scratch);
      }
      for (int k = 0; k < in; k += VectorPanels.width(k, in)) {
        int panel = k * depth;
        int dx0 = dxFrom + k;
        if (sparse && in - k >= VectorMatrix.WIDE) {
          VectorNonzeros.addPanel(
              dy, dyFrom + j, dyStride, j / block, panels, panel, dx, dx0, dxStride, rows, scratch);
        } else {
          VectorMatrix.addToTaken(
              dy,
              dyFrom + j,
              dyStride,
              panels,
              panel,
              depth,
              dx,
              dx0,
              dxStride,
              rows,
              in - k,
              scratch);
        }
      }
    }
  }

  /** Computes {@code dxᵀ = w·dyᵀ}, a few inputs at a time. */
  private static void withRowsInLanes(
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
    int block = VectorProducts.depth(out);
    float[] panels = scratch.floats(PANELS, VectorPanels.size(out, rows)); // dyᵀ [out, rows]
    for (int j = 0; j < out; j += block) {
      int depth = Math.min(block, out - j);
      VectorPanels.copyTransposed(
          dy, dyFrom + j, dyStride, depth, rows, panels, VectorPanels.size(j, rows), scratch);
    }
    float[] sums = scratch.floats(SUMS, INPUTS * rows); // [INPUTS, rows]
    for (int k = 0; k < in; k += INPUTS) {
      int inputs = Math.min(INPUTS, in - k);
      Arrays.fill(sums, 0, inputs * rows, 0f);
      for (int j = 0; j < out; j += block) {
        int depth = Math.min(block, out - j);
        int panel = VectorPanels.size(j, rows);
        VectorMatrix.addPanels(
            w, k * out + j, out, panels, panel, depth, sums, 0, rows, inputs, rows, scratch);
      }
      VectorTranspose.write(sums, 0, rows, inputs, rows, dx, dxFrom + k, dxStride, scratch);
    }
  }
}
