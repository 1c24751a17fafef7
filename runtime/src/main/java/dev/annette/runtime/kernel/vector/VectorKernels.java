package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/** The kernels on explicit vectors, as wide as the processor prefers. */
public final class VectorKernels implements Kernels {
  /** The most rows that a product takes at once, for it makes copies and lists of them. */
  private static final int ROWS = 1024;

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int vectorBits() {
    return VectorTiles.SPECIES.vectorBitSize();
  }

  @Override
  public void forward(
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
    int share = VectorProducts.share(rows, ROWS);
    for (int r = 0; r < rows; r += share) {
      int count = Math.min(share, rows - r);
      int x0 = xFrom + r * xStride;
      int y0 = yFrom + r * yStride;
      VectorProducts.forward(
          x, x0, xStride, w, packed, bias, y, y0, yStride, count, in, out, scratch);
    }
  }

  @Override
  public int packedWeightsSize(int rows, int in, int out) {
    return VectorProducts.packedSize(rows, in, out);
  }

  @Override
  public void packWeights(float[] w, int in, int out, float[] packed) {
    VectorProducts.pack(w, in, out, packed);
  }

  @Override
  public void addInputs(
      float[] x,
      int xFrom,
      int[] inputs,
      int count,
      float[] w,
      float[] y,
      int yFrom,
      int out,
      Scratch scratch) {
    VectorRows.addInputs(x, xFrom, inputs, count, w, y, yFrom, out, scratch);
  }

  @Override
  public void inputGradient(
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
    int share = VectorProducts.share(rows, ROWS);
    for (int r = 0; r < rows; r += share) {
      int count = Math.min(share, rows - r);
      int dy0 = dyFrom + r * dyStride;
      int dx0 = dxFrom + r * dxStride;
      VectorInputGradient.write(dy, dy0, dyStride, w, dx, dx0, dxStride, count, in, out, scratch);
    }
  }

  @Override
  public int packedSize(int rows, int out) {
    return VectorWeightGradient.packedSize(rows, out);
  }

  @Override
  public void pack(float[] dy, int rows, int inputs, int out, float[] packed, Scratch scratch) {
    VectorWeightGradient.pack(dy, rows, inputs, out, packed, scratch);
  }

  @Override
  public void weightGradient(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int kTo,
      float[] panel,
      Scratch scratch) {
    VectorWeightGradient.write(x, packed, rows, in, out, kFrom, kTo, panel, scratch);
  }

  @Override
  public void columnSums(float[] a, int rows, int columns, int first, int count, float[] sums) {
    VectorSums.columnSums(a, rows, columns, first, count, sums);
  }

  @Override
  public void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch) {
    VectorDescent.sgd(w, offset, gradient, count, c, scratch);
  }

  @Override
  public void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    VectorDescent.momentum(w, velocity, offset, gradient, count, false, c, scratch);
  }

  @Override
  public void nesterov(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    VectorDescent.momentum(w, velocity, offset, gradient, count, true, c, scratch);
  }

  @Override
  public void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    VectorAdaptive.rmsProp(w, square, offset, gradient, count, c, scratch);
  }

  @Override
  public void adam(
      float[] w,
      float[] first,
      float[] second,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    VectorAdaptive.adam(w, first, second, offset, gradient, count, c, scratch);
  }

  @Override
  public void dropoutMask(
      float[] mask,
      int first,
      int count,
      int dropped,
      float multiplier,
      long key,
      Scratch scratch) {
    VectorDropout.mask(mask, first, count, dropped, multiplier, key, scratch);
  }

  @Override
  public void normals(
      int[] first, int[] second, int blocks, float mean, float deviation, float[] y, int yFrom) {
    VectorNormals.write(first, second, blocks, mean, deviation, y, yFrom);
  }

  @Override
  public void exp(float[] x, int xFrom, float[] y, int yFrom, int count) {
    VectorMath.exp(x, xFrom, y, yFrom, count);
  }

  @Override
  public void log(float[] x, int xFrom, float[] y, int yFrom, int count) {
    VectorLogarithm.log(x, xFrom, y, yFrom, count);
  }

  @Override
  public void tanh(float[] x, int xFrom, float[] y, int yFrom, int count) {
    VectorMath.tanh(x, xFrom, y, yFrom, count);
  }
}
