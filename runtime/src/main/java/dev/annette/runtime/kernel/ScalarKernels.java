package dev.annette.runtime.kernel;

import java.util.Arrays;

/** The kernels in plain Java, in loops that the JIT compiler turns into vector code. */
public final class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int vectorBits() {
    return 0;
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
    for (int r = 0; r < rows; r++) {
      int row = yFrom + r * yStride;
      if (bias == null) {
        Arrays.fill(y, row, row + out, 0f);
      } else {
        System.arraycopy(bias, 0, y, row, out);
      }
    }
    ScalarProducts.add(
        x, xFrom, xStride, 1, w, 0, out, 1, in, y, yFrom, yStride, rows, out, scratch);
  }

  @Override
  public int packedWeightsSize(int rows, int in, int out) {
    return 0;
  }

  @Override
  public void packWeights(float[] w, int in, int out, float[] packed) {
    // there is no layout but that of the weights
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
    ScalarProducts.addInputs(x, xFrom, inputs, count, w, y, yFrom, out, scratch);
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
    for (int r = 0; r < rows; r++) {
      int row = dxFrom + r * dxStride;
      Arrays.fill(dx, row, row + in, 0f);
    }
    ScalarProducts.add(
        dy, dyFrom, dyStride, 1, w, 0, 1, out, out, dx, dxFrom, dxStride, rows, in, scratch);
  }

  @Override
  public int packedSize(int rows, int out) {
    return rows * out;
  }

  @Override
  public void pack(float[] dy, int rows, int inputs, int out, float[] packed, Scratch scratch) {
    System.arraycopy(dy, 0, packed, 0, rows * out);
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
    int count = kTo - kFrom;
    Arrays.fill(panel, 0, count * out, 0f);
    ScalarProducts.add(
        x, kFrom, 1, in, packed, 0, out, 1, rows, panel, 0, out, count, out, scratch);
  }

  @Override
  public void columnSums(float[] a, int rows, int columns, int first, int count, float[] sums) {
    Arrays.fill(sums, 0, count, 0f);
    for (int r = 0; r < rows; r++) {
      int row = r * columns + first;
      for (int j = 0; j < count; j++) {
        sums[j] += a[row + j];
      }
    }
  }

  @Override
  public void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch) {
    ScalarUpdates.sgd(w, offset, gradient, 0, count, c, scratch);
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
    ScalarUpdates.momentum(w, velocity, offset, gradient, 0, count, false, c, scratch);
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
    ScalarUpdates.momentum(w, velocity, offset, gradient, 0, count, true, c, scratch);
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
    ScalarUpdates.rmsProp(w, square, offset, gradient, 0, count, c, scratch);
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
    ScalarUpdates.adam(w, first, second, offset, gradient, 0, count, c, scratch);
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
    DropoutBits.mask(mask, first, count, dropped, multiplier, key, scratch);
  }

  @Override
  public void normals(
      int[] first, int[] second, int blocks, float mean, float deviation, float[] y, int yFrom) {
    for (int block = 0; block < blocks; block++) {
      NormalNumbers.block(
          first,
          second,
          block * NormalNumbers.COUNTERS,
          mean,
          deviation,
          y,
          yFrom + block * NormalNumbers.BLOCK);
    }
  }

  @Override
  public void exp(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = FloatMath.exp(x[xFrom + i]);
    }
  }

  @Override
  public void log(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = FloatMath.log(x[xFrom + i]);
    }
  }

  @Override
  public void tanh(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = FloatMath.tanh(x[xFrom + i]);
    }
  }
}
