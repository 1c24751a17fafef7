package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/** The products of a dense layer, as {@link dev.annette.runtime.kernel.Kernels} describes them. */
final class VectorProducts {
  /** The most depth of a panel that stays in the first-level cache while all rows pass it. */
  private static final int DEPTH = 128;

  /** From this number of rows on copying a matrix into panels pays. */
  private static final int PANEL_ROWS = 8;

  private static final int PANEL = Scratch.PRODUCT + 4;

  /** The transpose of columns of x. */
  private static final int COLUMNS = Scratch.PRODUCT + 6;

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
    for (int r = 0; r < rows; r++) {
      int row = yFrom + r * yStride;
      if (bias == null) {
        Arrays.fill(y, row, row + out, 0f);
      } else {
        System.arraycopy(bias, 0, y, row, out);
      }
    }
    if (rows < PANEL_ROWS) {
      VectorRows.add(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
    } else {
      addByPanels(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
    }
  }

  /**
   * Adds {@code x·w}, one panel after the other, which all rows pass at once: a copy, unless the
   * matrix is a panel itself.
   */
  private static void addByPanels(
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
      for (int j = 0; j < out; j += VectorPanels.width(j, out)) {
        int start = k * out + j;
        int at = copies ? 0 : start;
        if (copies) {
          VectorPanels.copyOne(w, start, out, depth, out - j, panel, at);
        }
        VectorMatrix.addPanel(
            x, xFrom + k, xStride, panel, at, depth, y, yFrom + j, yStride, rows, out - j, scratch);
      }
    }
  }

  static void weightGradient(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int kTo,
      float[] gradient,
      Scratch scratch) {
    int inputs = kTo - kFrom;
    Arrays.fill(gradient, 0, inputs * out, 0f);
    float[] columns = scratch.floats(COLUMNS, inputs * rows);
    VectorTranspose.write(x, kFrom, in, rows, inputs, columns, 0, rows, scratch);
    int block = depth(rows);
    for (int r = 0; r < rows; r += block) {
      int depth = Math.min(block, rows - r);
      for (int j = 0; j < out; j += VectorPanels.width(j, out)) {
        int panel = j * rows + r * VectorPanels.width(j, out);
        VectorMatrix.addPanel(
            columns, r, rows, packed, panel, depth, gradient, j, out, inputs, out - j, scratch);
      }
    }
  }

  /** Returns the depth of the panels that a product is cut into: as even as it goes. */
  static int depth(int whole) {
    int blocks = (whole + DEPTH - 1) / DEPTH;
    return (whole + blocks - 1) / blocks;
  }
}
