package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/** The product of a dense layer, as {@link dev.annette.runtime.kernel.Kernels} describes it. */
final class VectorProducts {
  /** The most depth of a panel that stays in the first-level cache while all rows pass it. */
  private static final int DEPTH = 128;

  /** From this number of rows on copying a matrix into panels pays. */
  private static final int PANEL_ROWS = 8;

  private static final int PANEL = Scratch.PRODUCT + 4;

  private VectorProducts() {}

  static void forward(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    begin(bias, y, yFrom, yStride, rows, out);
    if (rows < PANEL_ROWS) {
      VectorRows.add(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
      return;
    }
    boolean sparse =
        VectorNonzeros.areFew(x, xFrom, xStride, rows, in, depth(in), out, 1)
            && VectorNonzeros.list(x, xFrom, xStride, rows, in, depth(in), scratch)
            && VectorSparseTile.allFinite(w, in * out);
    addByPanels(sparse, x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
    if (sparse && VectorSparseTile.hasNegativeZero(y, yFrom, yStride, rows, out)) {
      begin(bias, y, yFrom, yStride, rows, out);
      addByPanels(false, x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
    }
  }

  private static void begin(float[] bias, float[] y, int yFrom, int yStride, int rows, int out) {
    for (int r = 0; r < rows; r++) {
      int row = yFrom + r * yStride;
      if (bias == null) {
        Arrays.fill(y, row, row + out, 0f);
      } else {
        System.arraycopy(bias, 0, y, row, out);
      }
    }
  }

  /**
   * Adds {@code x·w}, one panel after the other, which all rows pass at once: a copy, unless the
   * matrix is a panel itself.
   *
   * @param sparse whether {@link VectorNonzeros} has listed x, so wide panels need no zeros
   */
  private static void addByPanels(
      boolean sparse,
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
    int block = depth(in);
    boolean copies = !VectorPanels.isPanel(out);
    float[] panel = copies ? scratch.floats(PANEL, block * VectorMatrix.WIDE) : w;
    for (int k = 0; k < in; k += block) {
      int depth = Math.min(block, in - k);
      if (!VectorMatrix.MANY_REGISTERS && (!sparse || out % VectorMatrix.WIDE > 0)) {
        VectorRowBlocks.copy(x, xFrom + k, xStride, rows, depth, scratch);
      }
      for (int j = 0; j < out; j += VectorPanels.width(j, out)) {
        int start = k * out + j;
        int at = copies ? 0 : start;
        if (copies) {
          VectorPanels.copyOne(w, start, out, depth, out - j, panel, at);
        }
        if (sparse && out - j >= VectorMatrix.WIDE) {
          VectorNonzeros.addPanel(
              x, xFrom + k, xStride, k / block, panel, at, y, yFrom + j, yStride, rows, scratch);
        } else if (!VectorMatrix.MANY_REGISTERS) {
          VectorRowBlocks.addPanel(panel, at, depth, y, yFrom + j, yStride, rows, out - j, scratch);
        } else {
          VectorMatrix.addPanel(
              x, xFrom + k, xStride, panel, at, depth, y, yFrom + j, yStride, rows, out - j,
              scratch);
        }
      }
    }
  }

  /** Returns the depth of the panels that a product is cut into: as even as it goes. */
  static int depth(int whole) {
    int blocks = (whole + DEPTH - 1) / DEPTH;
    return (whole + blocks - 1) / blocks;
  }
}
