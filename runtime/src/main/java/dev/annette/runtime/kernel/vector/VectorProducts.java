package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import java.util.Arrays;

/** The products of a dense layer, as {@link dev.annette.runtime.kernel.Kernels} describes them. */
final class VectorProducts {
  private static final int LANES = VectorTiles.LANES;

  /** The depth of a panel that stays in the first-level cache while all rows pass it. */
  static final int DEPTH = 128;

  /** From this number of rows on, and this size of a matrix, copying it into panels pays. */
  private static final int PANEL_ROWS = 24;

  private static final int PANEL_FLOATS = 8192;

  static final int PANELS = Scratch.PRODUCT + 4;
  private static final int PADDED = Scratch.PRODUCT + 5;

  /** Columns of x side by side: where they are, a stride of a power of two would defeat caches. */
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
    if (rows < PANEL_ROWS || in * out <= PANEL_FLOATS) {
      forwardInPlace(x, xFrom, xStride, w, y, yFrom, yStride, rows, in, out, scratch);
      return;
    }
    float[] panels = scratch.floats(PANELS, VectorPanels.size(DEPTH, out));
    for (int k = 0; k < in; k += DEPTH) {
      int depth = Math.min(DEPTH, in - k);
      VectorPanels.copy(w, k * out, out, depth, out, panels);
      addPanels(x, xFrom + k, xStride, 1, panels, 0, depth, y, yFrom, yStride, rows, out, scratch);
    }
  }

  /** Reads the weights where they are: the vectors of a narrow block may run into the next row. */
  private static void forwardInPlace(
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
    int j = 0;
    for (; j + VectorMatrix.WIDE <= out; j += VectorMatrix.WIDE) {
      VectorMatrix.wide(x, xFrom, xStride, 1, w, j, out, in, y, yFrom + j, yStride, rows);
    }
    for (; j + LANES <= out; j += LANES) {
      VectorMatrix.narrow(x, xFrom, xStride, 1, w, j, out, in, y, yFrom + j, yStride, rows);
    }
    if (j < out) {
      float[] padded = scratch.floats(PADDED, rows * LANES);
      int width = out - j;
      int inside = w.length - j - LANES;
      int depth = inside < 0 ? 0 : Math.min(in, inside / out + 1);
      VectorMatrix.partial(
          x, xFrom, xStride, 1, w, j, out, depth, y, yFrom + j, yStride, rows, width, padded);
      if (depth < in) {
        float[] end = scratch.floats(PANELS, VectorPanels.size(in - depth, width));
        VectorPanels.copy(w, depth * out + j, out, in - depth, width, end);
        VectorMatrix.partial(
            x,
            xFrom + depth,
            xStride,
            1,
            end,
            0,
            LANES,
            in - depth,
            y,
            yFrom + j,
            yStride,
            rows,
            width,
            padded);
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
      float[] panel,
      Scratch scratch) {
    int inputs = kTo - kFrom;
    Arrays.fill(panel, 0, inputs * out, 0f);
    if (out < VectorMatrix.WIDE) {
      addPanels(x, kFrom, 1, in, packed, 0, rows, panel, 0, out, inputs, out, scratch);
      return;
    }
    float[] columns = scratch.floats(COLUMNS, rows * inputs);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(x, r * in + kFrom, columns, r * inputs, inputs);
    }
    addPanels(columns, 0, 1, inputs, packed, 0, rows, panel, 0, out, inputs, out, scratch);
  }

  /**
   * Adds {@code a·b} to {@code c [rows, columns]}, with the panels of {@code b [depth, columns]}
   * from {@code panelsFrom} on.
   */
  static void addPanels(
      float[] a,
      int aFrom,
      int aRow,
      int aStep,
      float[] panels,
      int panelsFrom,
      int depth,
      float[] c,
      int cFrom,
      int cRow,
      int rows,
      int columns,
      Scratch scratch) {
    int j = 0;
    for (; j + VectorMatrix.WIDE <= columns; j += VectorMatrix.WIDE) {
      VectorMatrix.wide(
          a,
          aFrom,
          aRow,
          aStep,
          panels,
          panelsFrom + j * depth,
          VectorMatrix.WIDE,
          depth,
          c,
          cFrom + j,
          cRow,
          rows);
    }
    for (; j + LANES <= columns; j += LANES) {
      VectorMatrix.narrow(
          a,
          aFrom,
          aRow,
          aStep,
          panels,
          panelsFrom + j * depth,
          LANES,
          depth,
          c,
          cFrom + j,
          cRow,
          rows);
    }
    if (j < columns) {
      float[] padded = scratch.floats(PADDED, rows * LANES);
      VectorMatrix.partial(
          a,
          aFrom,
          aRow,
          aStep,
          panels,
          panelsFrom + j * depth,
          LANES,
          depth,
          c,
          cFrom + j,
          cRow,
          rows,
          columns - j,
          padded);
    }
  }
}
