package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;

/**
 * A product {@code y += x·w} of few rows, or of little depth, which reads the matrix where it is:
 * copying it into panels would take longer than the product.
 */
final class VectorRows {
  private static final int LANES = VectorTiles.LANES;
  private static final int WIDE = VectorMatrix.WIDE;

  /** Up to so many columns fill so little of a vector that plain code is faster. */
  private static final int FEW = 4;

  /**
   * From so many columns on a row passes the matrix in its own order, four of its rows at a time:
   * large matrices come from far, and only what is read in order is fetched before it is needed.
   */
  private static final int LONG = 128;

  private static final int PANEL = Scratch.PRODUCT + 4;
  private static final int PADDED = Scratch.PRODUCT + 5;

  private VectorRows() {}

  /**
   * Adds the product; arguments as in {@link dev.annette.runtime.kernel.Kernels#forward}.
   *
   * @param wFrom where the matrix begins
   * @param wStride from one of its rows to the next, at least {@code out}
   */
  static void add(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    int whole = out - out % LANES;
    if (whole < out && out - whole <= FEW) {
      addFewColumns(
          x,
          xFrom,
          xStride,
          w,
          wFrom + whole,
          wStride,
          y,
          yFrom + whole,
          yStride,
          rows,
          in,
          out - whole);
    } else if (whole < out) {
      addLastColumns(
          x,
          xFrom,
          xStride,
          w,
          wFrom + whole,
          wStride,
          y,
          yFrom + whole,
          yStride,
          rows,
          in,
          out - whole,
          scratch);
    }
    int r = 0;
    for (; r + 2 <= rows; r += 2) {
      int p = xFrom + r * xStride;
      int q = yFrom + r * yStride;
      addTwo(x, p, p + xStride, w, wFrom, wStride, y, q, q + yStride, in, out);
    }
    if (r < rows) {
      addOne(x, xFrom + r * xStride, w, wFrom, wStride, y, yFrom + r * yStride, in, out);
    }
  }

  /** Adds some inputs of one row, as {@link dev.annette.runtime.kernel.Kernels} describes. */
  static void addInputs(
      float[] x,
      int xFrom,
      int[] inputs,
      int count,
      float[] w,
      float[] y,
      int yFrom,
      int out,
      Scratch scratch) {
    int whole = out - out % LANES;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      int k0 = inputs[i];
      int k1 = inputs[i + 1];
      int k2 = inputs[i + 2];
      int k3 = inputs[i + 3];
      float x0 = x[xFrom + k0];
      float x1 = x[xFrom + k1];
      float x2 = x[xFrom + k2];
      float x3 = x[xFrom + k3];
      int b0 = k0 * out;
      int b1 = k1 * out;
      int b2 = k2 * out;
      int b3 = k3 * out;
      VectorRowTiles.addFour(x0, x1, x2, x3, w, b0, b1, b2, b3, y, yFrom, whole);
      for (int j = whole; j < out; j++) {
        float sum = Math.fma(x1, w[b1 + j], Math.fma(x0, w[b0 + j], y[yFrom + j]));
        y[yFrom + j] = Math.fma(x3, w[b3 + j], Math.fma(x2, w[b2 + j], sum));
      }
    }
    for (; i < count; i++) {
      float value = x[xFrom + inputs[i]];
      int b = inputs[i] * out;
      VectorRowTiles.addOne(value, w, b, y, yFrom, whole);
      for (int j = whole; j < out; j++) {
        y[yFrom + j] = Math.fma(value, w[b + j], y[yFrom + j]);
      }
    }
  }

  /** Adds the product of two rows with the columns that fill vectors. */
  private static void addTwo(
      float[] x,
      int x0,
      int x1,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int y0,
      int y1,
      int in,
      int out) {
    int k = 0;
    if (out >= LONG) {
      for (; k + 4 <= in; k += 4) {
        VectorRowTiles.addFourOfTwo(
            x, x0 + k, x1 + k, w, wFrom + k * wStride, wStride, y, y0, y1, out - out % LANES);
      }
    }
    int j = 0;
    for (; j + WIDE <= out; j += WIDE) {
      VectorRowTiles.multiply2x4(
          x, x0 + k, x1 + k, w, wFrom + k * wStride + j, wStride, in - k, y, y0 + j, y1 + j);
    }
    for (; j + LANES <= out; j += LANES) {
      VectorRowTiles.multiply2x1(
          x, x0 + k, x1 + k, w, wFrom + k * wStride + j, wStride, in - k, y, y0 + j, y1 + j);
    }
  }

  /** Adds the product of one row with the columns that fill vectors. */
  private static void addOne(
      float[] x, int x0, float[] w, int wFrom, int wStride, float[] y, int y0, int in, int out) {
    int k = 0;
    if (out >= LONG) {
      for (; k + 4 <= in; k += 4) {
        int p = x0 + k;
        int b = wFrom + k * wStride;
        VectorRowTiles.addFour(
            x[p],
            x[p + 1],
            x[p + 2],
            x[p + 3],
            w,
            b,
            b + wStride,
            b + 2 * wStride,
            b + 3 * wStride,
            y,
            y0,
            out - out % LANES);
      }
    }
    int j = 0;
    for (; j + WIDE <= out; j += WIDE) {
      VectorRowTiles.multiply1x4(x, x0 + k, w, wFrom + k * wStride + j, wStride, in - k, y, y0 + j);
    }
    for (; j + LANES <= out; j += LANES) {
      VectorRowTiles.multiply2x1(
          x, x0 + k, x0 + k, w, wFrom + k * wStride + j, wStride, in - k, y, y0 + j, y0 + j);
    }
  }

  /** Adds the product with at most {@link #FEW} columns, without vectors. */
  private static void addFewColumns(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out) {
    // of fewer columns than four, the last one is computed again
    int last = out - 1;
    int j1 = Math.min(1, last);
    int j2 = Math.min(2, last);
    for (int r = 0; r < rows; r++) {
      int at = yFrom + r * yStride;
      float s0 = y[at];
      float s1 = y[at + j1];
      float s2 = y[at + j2];
      float s3 = y[at + last];
      for (int k = 0; k < in; k++) {
        float value = x[xFrom + r * xStride + k];
        int row = wFrom + k * wStride;
        s0 = Math.fma(value, w[row], s0);
        s1 = Math.fma(value, w[row + j1], s1);
        s2 = Math.fma(value, w[row + j2], s2);
        s3 = Math.fma(value, w[row + last], s3);
      }
      y[at] = s0;
      y[at + j1] = s1;
      y[at + j2] = s2;
      y[at + last] = s3;
    }
  }

  /**
   * Adds the product with fewer columns than a vector has lanes: vectors of {@code w} run into the
   * next row, and its last rows are read from a copy, which has room for them.
   */
  private static void addLastColumns(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    int inside = w.length - wFrom - LANES;
    int depth = inside < 0 ? 0 : Math.min(in, inside / wStride + 1);
    float[] end = scratch.floats(PANEL, (in - depth) * LANES);
    VectorPadding.pad(w, wFrom + depth * wStride, wStride, in - depth, out, end, 0, LANES);
    float[] padded = scratch.floats(PADDED, rows * LANES);
    VectorPadding.pad(y, yFrom, yStride, rows, out, padded, 0, LANES);
    for (int r = 0; r < rows; r += 2) {
      int next = r + 1 < rows ? 1 : 0;
      int p = xFrom + r * xStride;
      int q = r * LANES;
      int p1 = p + next * xStride;
      int q1 = q + next * LANES;
      VectorRowTiles.multiply2x1(x, p, p1, w, wFrom, wStride, depth, padded, q, q1);
      VectorRowTiles.multiply2x1(
          x, p + depth, p1 + depth, end, 0, LANES, in - depth, padded, q, q1);
    }
    VectorPadding.unpad(padded, LANES, y, yFrom, yStride, rows, out);
  }
}
