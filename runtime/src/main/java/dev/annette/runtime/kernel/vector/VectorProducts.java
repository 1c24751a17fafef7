package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/** The product of a dense layer, as {@link dev.annette.runtime.kernel.Kernels} describes it. */
final class VectorProducts {
  /** The most depth of a panel that stays in the first-level cache while all rows pass it. */
  private static final int DEPTH = 128;

  /** From this number of rows on copying a matrix into panels pays. */
  private static final int PANEL_ROWS = 8;

  /**
   * Columns that are copied into panels at once, so many that memory is read in order and so few
   * that panels stay near: a multiple of the width of every panel.
   */
  private static final int COLUMNS = 1024;

  private static final int PANELS = Scratch.PRODUCT + 4;

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
      VectorRows.add(x, xFrom, xStride, w, 0, out, y, yFrom, yStride, rows, in, out, scratch);
      return;
    }
    if (out <= VectorFewUnits.MOST) {
      VectorFewUnits.add(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
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

  /** Writes the bias to each row, or 0 if it is null: what the terms are added to. */
  static void begin(float[] bias, float[] y, int yFrom, int yStride, int rows, int out) {
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
   * Adds {@code x·w} panel by panel; all rows pass each. Panels are copies of up to {@link
   * #COLUMNS} columns at once, unless the matrix is a panel itself.
   *
   * @param listed whether {@link VectorNonzeros} has listed x
   */
  private static void addByPanels(
      boolean listed,
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
    int room = copies ? VectorPanels.size(block, Math.min(out, COLUMNS)) : 0;
    float[] panels = copies ? scratch.floats(PANELS, room) : w;
    for (int k = 0; k < in; k += block) {
      int depth = Math.min(block, in - k);
      int copied = 0;
      if (!listed || out % VectorMatrix.WIDE > 0) {
        copied = VectorMatrix.prepare(x, xFrom + k, xStride, rows, depth, out, scratch);
      }
      for (int j = 0; j < out; j += COLUMNS) {
        int columns = Math.min(COLUMNS, out - j);
        if (copies) {
          VectorPanels.copy(w, k * out + j, out, depth, columns, panels);
        }
        VectorMatrix.addPrepared(
            listed,
            copied,
            k / block,
            x,
            xFrom + k,
            xStride,
            panels,
            copies ? 0 : k * out,
            depth,
            y,
            yFrom + j,
            yStride,
            rows,
            columns,
            scratch);
      }
    }
  }

  /** Returns the depth of the panels that a product is cut into. */
  static int depth(int whole) {
    return share(whole, DEPTH);
  }

  /** Returns the size of the first of as few shares as there can be: as even as it goes. */
  static int share(int whole, int most) {
    if (whole <= most) {
      return whole;
    }
    int shares = (whole + most - 1) / most;
    return (whole + shares - 1) / shares;
  }
}
