package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/**
 * The gradient of a dense layer's inputs, {@code dx = dy·wᵀ}. Something must be transposed, since
 * vectors run along memory: the weights, or the gradients on the way in and out. For one row
 * neither pays.
 */
final class VectorInputGradient {
  private static final int LANES = VectorTiles.LANES;

  private static final int PANELS = Scratch.PRODUCT + 4;

  /** The inputs whose gradients are computed before they are put in place. */
  private static final int INPUTS = 96;

  /** What turning the weights takes, as many times reading them. */
  private static final double TURNING = 5;

  /**
   * The rows from which on the weights are turned, whatever that takes: with few registers the
   * gradients are copied then, which makes their product 10 to 20 % faster (measured with AVX2).
   */
  private static final int TURNING_ROWS = VectorMatrix.MANY_REGISTERS ? Integer.MAX_VALUE : 64;

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
    if (out <= VectorFewUnits.MOST) {
      VectorFewUnits.inputGradient(
          dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
      return;
    }
    if (rows == 1) {
      VectorRowGradients.inputGradient(dy, dyFrom, w, dx, dxFrom, in, out);
      return;
    }
    boolean rowsInLanes = rows < TURNING_ROWS && (long) rows * (in + out) < (long) in * out;
    int block = VectorProducts.depth(out);
    boolean sparse =
        rows >= LANES
            && VectorNonzeros.areFew(
                dy, dyFrom, dyStride, rows, out, block, in, rowsInLanes ? TURNING : 1)
            && VectorNonzeros.list(dy, dyFrom, dyStride, rows, out, block, scratch)
            && VectorSparseTile.allFinite(w, in * out);
    if (sparse) {
      withInputsInLanes(
          true, dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
      if (!VectorSparseTile.hasNegativeZero(dx, dxFrom, dxStride, rows, in)) {
        return;
      }
    }
    if (rowsInLanes && rows <= LANES) {
      withRowsInOneVector(dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    } else if (rowsInLanes) {
      withRowsInLanes(dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    } else {
      withInputsInLanes(
          false, dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    }
  }

  /**
   * Transposes the weights.
   *
   * @param listed whether {@link VectorNonzeros} has listed dy
   */
  private static void withInputsInLanes(
      boolean listed,
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
    float[] start = null;
    if (listed) {
      VectorProducts.begin(null, dx, dxFrom, dxStride, rows, in);
    } else {
      start = VectorProducts.start(null, dx, dxFrom, dxStride, rows, in, scratch);
    }
    int block = listed ? VectorProducts.depth(out) : VectorMatrix.blockDepth(rows, out, in);
    int most = VectorPanels.columnsAtOnce(block);
    float[] panels = scratch.floats(PANELS, VectorPanels.size(block, Math.min(in, most)));
    for (int j = 0; j < out; j += block) {
      int depth = Math.min(block, out - j);
      int copied = 0;
      if (!listed || in % VectorMatrix.WIDE > 0) {
        copied = VectorMatrix.prepare(dy, dyFrom + j, dyStride, rows, depth, in, scratch);
      }
      for (int k = 0; k < in; k += most) {
        int inputs = Math.min(most, in - k);
        VectorPanels.copyTransposed(w, k * out + j, out, depth, inputs, panels, scratch);
        VectorMatrix.addPrepared(
            listed,
            copied,
            j / block,
            dy,
            dyFrom + j,
            dyStride,
            panels,
            0,
            depth,
            0,
            depth,
            j == 0 ? start : null,
            k,
            dx,
            dxFrom + k,
            dxStride,
            rows,
            inputs,
            scratch);
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
    VectorPanels.copyTransposed(dy, dyFrom, dyStride, out, rows, panels, scratch);
    float[] sums = scratch.floats(SUMS, INPUTS * rows); // [INPUTS, rows]
    for (int k = 0; k < in; k += INPUTS) {
      int inputs = Math.min(INPUTS, in - k);
      float[] start = VectorProducts.start(null, sums, 0, rows, inputs, rows, scratch);
      for (int j = 0; j < out; j += block) {
        int depth = Math.min(block, out - j);
        VectorMatrix.addPrepared(
            false,
            0,
            0,
            w,
            k * out + j,
            out,
            panels,
            0,
            out,
            j,
            depth,
            j == 0 ? start : null,
            0,
            sums,
            0,
            rows,
            inputs,
            rows,
            scratch);
      }
      VectorTranspose.write(sums, 0, rows, inputs, rows, dx, dxFrom + k, dxStride, scratch);
    }
  }

  /** Does the same for rows that fill at most one vector, which is the panel. */
  private static void withRowsInOneVector(
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
    float[] panel = scratch.floats(PANELS, out * LANES); // dyᵀ [out, LANES]
    VectorTranspose.write(dy, dyFrom, dyStride, rows, out, panel, 0, LANES, scratch);
    float[] sums = scratch.floats(SUMS, INPUTS * LANES); // [INPUTS, LANES]
    for (int k = 0; k < in; k += INPUTS) {
      int inputs = Math.min(INPUTS, in - k);
      Arrays.fill(sums, 0, inputs * LANES, 0f);
      for (int j = 0; j < out; j += block) {
        int depth = Math.min(block, out - j);
        VectorMatrix.narrow(w, k * out + j, out, panel, j * LANES, depth, sums, 0, LANES, inputs);
      }
      VectorTranspose.write(sums, 0, LANES, inputs, rows, dx, dxFrom + k, dxStride, scratch);
    }
  }
}
