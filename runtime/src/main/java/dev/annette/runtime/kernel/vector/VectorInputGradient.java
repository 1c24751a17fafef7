package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/**
 * The gradient of a dense layer's inputs, {@code dx = dy·wᵀ}. Something must be transposed, since
 * vectors run along memory: the weights, or the gradients of few rows on the way in and out.
 */
final class VectorInputGradient {
  private static final int DEPTH = VectorProducts.DEPTH;
  private static final int PANELS = VectorProducts.PANELS;

  /** The inputs whose gradients are computed before they are put in place. */
  private static final int INPUTS = 96;

  private static final int SUMS = Scratch.PRODUCT + 7;

  /** Rows and columns of the squares in which sums are put in place. */
  private static final int SQUARE = 16;

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
    if (rows >= VectorTiles.LANES && (long) rows * (in + out) < (long) in * out) {
      withRowsInLanes(dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    } else {
      withInputsInLanes(dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
    }
  }

  /** Transposes the weights. */
  private static void withInputsInLanes(
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
    float[] panels = scratch.floats(PANELS, VectorPanels.size(Math.min(DEPTH, out), in));
    for (int j = 0; j < out; j += DEPTH) {
      int depth = Math.min(DEPTH, out - j);
      VectorPanels.transpose(w, j, out, depth, in, panels, 0);
      VectorProducts.addPanels(
          dy, dyFrom + j, dyStride, 1, panels, 0, depth, dx, dxFrom, dxStride, rows, in, scratch);
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
    float[] panels = scratch.floats(PANELS, VectorPanels.size(out, rows)); // dyᵀ [out, rows]
    for (int j = 0; j < out; j += DEPTH) {
      int depth = Math.min(DEPTH, out - j);
      VectorPanels.transpose(
          dy, dyFrom + j, dyStride, depth, rows, panels, VectorPanels.size(j, rows));
    }
    float[] sums = scratch.floats(SUMS, INPUTS * rows); // [INPUTS, rows]
    for (int k = 0; k < in; k += INPUTS) {
      int inputs = Math.min(INPUTS, in - k);
      Arrays.fill(sums, 0, inputs * rows, 0f);
      for (int j = 0; j < out; j += DEPTH) {
        int depth = Math.min(DEPTH, out - j);
        int panel = VectorPanels.size(j, rows);
        VectorProducts.addPanels(
            w, k * out + j, out, 1, panels, panel, depth, sums, 0, rows, inputs, rows, scratch);
      }
      putInPlace(sums, inputs, dx, dxFrom + k, dxStride, rows);
    }
  }

  /** Writes the transpose of {@code sums [inputs, rows]}. */
  private static void putInPlace(
      float[] sums, int inputs, float[] dx, int dxFrom, int dxStride, int rows) {
    for (int r = 0; r < rows; r += SQUARE) {
      int rEnd = Math.min(r + SQUARE, rows);
      for (int k = 0; k < inputs; k += SQUARE) {
        putSquareInPlace(
            sums, dx, dxFrom, dxStride, rows, r, rEnd, k, Math.min(k + SQUARE, inputs));
      }
    }
  }

  private static void putSquareInPlace(
      float[] sums,
      float[] dx,
      int dxFrom,
      int dxStride,
      int rows,
      int rFrom,
      int rTo,
      int kFrom,
      int kTo) {
    for (int r = rFrom; r < rTo; r++) {
      int target = dxFrom + r * dxStride;
      for (int k = kFrom; k < kTo; k++) {
        dx[target + k] = sums[k * rows + r];
      }
    }
  }
}
