package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/** The product of a dense layer, as {@link dev.annette.runtime.kernel.Kernels} describes it. */
final class VectorProducts {
  /** The most depth of a panel that stays in the first-level cache while all rows pass it. */
  static final int DEPTH = 128;

  /** From this number of rows on copying a matrix into panels pays. */
  private static final int PANEL_ROWS = 8;

  private static final int PANELS = Scratch.PRODUCT + 4;
  private static final int START = Scratch.PRODUCT + 16; // [out], and up to a whole panel

  private VectorProducts() {}

  static void forward(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] packed,
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    if (rows < PANEL_ROWS) {
      begin(bias, y, yFrom, yStride, rows, out);
      VectorRows.add(x, xFrom, xStride, w, 0, out, y, yFrom, yStride, rows, in, out, scratch);
      return;
    }
    if (out <= VectorFewUnits.MOST) {
      begin(bias, y, yFrom, yStride, rows, out);
      VectorFewUnits.add(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
      return;
    }
    boolean sparse =
        VectorNonzeros.areFew(x, xFrom, xStride, rows, in, depth(in), out, 1)
            && VectorNonzeros.list(x, xFrom, xStride, rows, in, depth(in), scratch)
            && VectorSparseTile.allFinite(w, in * out);
    if (sparse) {
      begin(bias, y, yFrom, yStride, rows, out);
      addByPanels(
          true, null, x, xFrom, xStride, w, packed, y, yFrom, yStride, rows, in, out, scratch);
      if (!VectorSparseTile.hasNegativeZero(y, yFrom, yStride, rows, out)) {
        return;
      }
    }
    float[] start = start(bias, y, yFrom, yStride, rows, out, scratch);
    addByPanels(
        false, start, x, xFrom, xStride, w, packed, y, yFrom, yStride, rows, in, out, scratch);
  }

  /** Returns the room for all panels of weights, or 0 where a product makes no copy of them. */
  static int packedSize(int rows, int in, int out) {
    boolean copied = rows >= PANEL_ROWS && out > VectorFewUnits.MOST && !VectorPanels.isPanel(out);
    return copied ? VectorPanels.size(in, out) : 0;
  }

  /** Writes the panels of {@code w [in, out]}, as deep as it is. */
  static void pack(float[] w, int in, int out, float[] packed) {
    VectorPanels.copy(w, 0, out, in, out, packed);
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
   * Returns what the sums of every row begin with, the bias or 0: {@code [out]}, with room for
   * whole panels. Tiles for many registers do not take it: there it is written to all rows of
   * {@code y}, and null returned.
   */
  static float[] start(
      float[] bias, float[] y, int yFrom, int yStride, int rows, int out, Scratch scratch) {
    if (VectorMatrix.MANY_REGISTERS) {
      begin(bias, y, yFrom, yStride, rows, out);
      return null;
    }
    float[] start = scratch.floats(START, VectorPanels.size(1, out));
    begin(bias, start, 0, 0, 1, out);
    return start;
  }

  /**
   * Writes {@code y = start + x·w} panel by panel, or adds {@code x·w} if there is no start; all
   * rows pass each panel. Panels are copied, some columns at once, unless they were packed before
   * or the matrix is a panel itself.
   *
   * @param listed whether {@link VectorNonzeros} has listed x
   * @param start what {@link #start} returned, or null if y holds what is added to
   * @param packed all panels, as {@link #pack} wrote them, or null
   */
  private static void addByPanels(
      boolean listed,
      float[] start,
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] packed,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    int block = listed ? depth(in) : VectorMatrix.blockDepth(rows, in, out);
    int most = VectorPanels.columnsAtOnce(block);
    boolean copies = packed == null && !VectorPanels.isPanel(out);
    float[] panels = packed == null ? w : packed;
    if (copies) {
      panels = scratch.floats(PANELS, VectorPanels.size(block, Math.min(out, most)));
    }
    for (int k = 0; k < in; k += block) {
      int depth = Math.min(block, in - k);
      int copied = 0;
      if (!listed || out % VectorMatrix.WIDE > 0) {
        copied = VectorMatrix.prepare(x, xFrom + k, xStride, rows, depth, out, scratch);
      }
      for (int j = 0; j < out; j += most) {
        int columns = Math.min(most, out - j);
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
            copies ? 0 : j * in,
            copies ? depth : in,
            copies ? 0 : k,
            depth,
            k == 0 ? start : null,
            j,
            y,
            yFrom + j,
            yStride,
            rows,
            columns,
            scratch);
      }
    }
  }

  /** Returns the depth of blocks whose panels stay in the first-level cache. */
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
