package dev.annette.runtime.kernel;

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
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < out; j++) {
        float sum = bias == null ? 0 : bias[j];
        for (int k = 0; k < in; k++) {
          sum = Math.fma(x[xFrom + r * xStride + k], w[k * out + j], sum);
        }
        y[yFrom + r * yStride + j] = sum;
      }
    }
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
      for (int k = 0; k < in; k++) {
        float sum = 0;
        for (int j = 0; j < out; j++) {
          sum = Math.fma(dy[dyFrom + r * dyStride + j], w[k * out + j], sum);
        }
        dx[dxFrom + r * dxStride + k] = sum;
      }
    }
  }

  @Override
  public int packedSize(int rows, int out) {
    return rows * out;
  }

  @Override
  public void pack(float[] dy, int rows, int out, float[] packed) {
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
    for (int k = kFrom; k < kTo; k++) {
      for (int j = 0; j < out; j++) {
        float sum = 0;
        for (int r = 0; r < rows; r++) {
          sum = Math.fma(x[r * in + k], packed[r * out + j], sum);
        }
        panel[(k - kFrom) * out + j] = sum;
      }
    }
  }

  @Override
  public void columnSums(float[] a, int rows, int columns, int first, int count, float[] sums) {
    for (int j = 0; j < count; j++) {
      float sum = 0;
      for (int r = 0; r < rows; r++) {
        sum += a[r * columns + first + j];
      }
      sums[j] = sum;
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
