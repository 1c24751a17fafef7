package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/** The kernels on explicit vectors, as wide as the processor prefers. */
public final class VectorKernels implements Kernels {
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
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    VectorProducts.forward(x, xFrom, xStride, w, bias, y, yFrom, yStride, rows, in, out, scratch);
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
    VectorInputGradient.write(
        dy, dyFrom, dyStride, w, dx, dxFrom, dxStride, rows, in, out, scratch);
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
