package dev.annette.runtime.kernel.vector;

/**
 * Copies of a matrix in panels: blocks of columns in which the rows follow one another, so a tile
 * reads memory in order.
 *
 * <p>The panels of a matrix with n columns are as many wide ones ({@code [depth, WIDE]}) as fit,
 * then narrow ones ({@code [depth, NARROW]}), the last of them filled up with 0. The panel that
 * starts at column j lies at {@code j·depth}.
 */
final class VectorPanels {
  private static final int WIDE = VectorMatrix.WIDE;
  private static final int NARROW = VectorMatrix.NARROW;

  /** Rows and columns of the squares in which a matrix is transposed. */
  private static final int SQUARE = 16;

  private VectorPanels() {}

  /** Returns the room for the panels of {@code [depth, columns]}. */
  static int size(int depth, int columns) {
    return depth * ((columns + NARROW - 1) / NARROW * NARROW);
  }

  /** Returns the columns of the panel at column {@code j} of {@code columns}. */
  static int width(int j, int columns) {
    return j + WIDE <= columns ? WIDE : NARROW;
  }

  /**
   * Writes the panels of {@code b [depth, columns]}, whose row k starts at {@code from + k·stride}.
   */
  static void copy(float[] b, int from, int stride, int depth, int columns, float[] panels) {
    for (int j = 0; j < columns; j += width(j, columns)) {
      copyPanel(
          b,
          from + j,
          stride,
          depth,
          Math.min(columns - j, WIDE),
          width(j, columns),
          panels,
          j * depth);
    }
  }

  private static void copyPanel(
      float[] b, int from, int stride, int depth, int columns, int width, float[] panels, int at) {
    int used = Math.min(columns, width);
    for (int k = 0; k < depth; k++) {
      int target = at + k * width;
      System.arraycopy(b, from + k * stride, panels, target, used);
      for (int j = used; j < width; j++) {
        panels[target + j] = 0;
      }
    }
  }

  /**
   * Writes the panels of the transpose of {@code b [columns, depth]}, whose row j starts at {@code
   * from + j·stride}, from {@code panelsFrom} on.
   */
  static void transpose(
      float[] b, int from, int stride, int depth, int columns, float[] panels, int panelsFrom) {
    for (int j = 0; j < columns; j += width(j, columns)) {
      int width = width(j, columns);
      int used = Math.min(columns - j, width);
      int at = panelsFrom + j * depth;
      for (int c = 0; c < width; c += SQUARE) {
        int cEnd = Math.min(c + SQUARE, width);
        for (int k = 0; k < depth; k += SQUARE) {
          int kEnd = Math.min(k + SQUARE, depth);
          transposeSquare(
              b, from + j * stride, stride, c, Math.min(cEnd, used), k, kEnd, panels, at, width);
        }
      }
      for (int k = 0; k < depth; k++) {
        for (int c = used; c < width; c++) {
          panels[at + k * width + c] = 0;
        }
      }
    }
  }

  private static void transposeSquare(
      float[] b,
      int from,
      int stride,
      int cFrom,
      int cTo,
      int kFrom,
      int kTo,
      float[] panels,
      int at,
      int width) {
    for (int c = cFrom; c < cTo; c++) {
      int source = from + c * stride;
      int target = at + c;
      for (int k = kFrom; k < kTo; k++) {
        panels[target + k * width] = b[source + k];
      }
    }
  }
}
