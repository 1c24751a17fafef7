package dev.annette.runtime.kernel.vector;

/**
 * Products of the rows of a matrix with one row, a number at a time: each sum is a chain of fused
 * multiply-adds in order, and several rows at once hide its latency.
 */
final class ScalarDots {
  /** The rows at once: a multiply-add takes four cycles, and two begin in each. */
  private static final int ROWS = 8;

  private ScalarDots() {}

  /**
   * Adds {@code Σ_k v[k]·m[r][k]} to {@code y[r]} for a matrix {@code m [rows, depth]}. Row r of it
   * starts at {@code mFrom + r·mStride}, {@code v} at {@code vFrom}; y[r] is at {@code yFrom +
   * r·yStep}.
   */
  static void add(
      float[] v,
      int vFrom,
      float[] m,
      int mFrom,
      int mStride,
      int rows,
      int depth,
      float[] y,
      int yFrom,
      int yStep) {
    int last = rows - 1;
    for (int r = 0; r < rows; r += ROWS) {
      // of fewer rows, the last one is computed again
      int r1 = Math.min(r + 1, last);
      int r2 = Math.min(r + 2, last);
      int r3 = Math.min(r + 3, last);
      int r4 = Math.min(r + 4, last);
      int r5 = Math.min(r + 5, last);
      int r6 = Math.min(r + 6, last);
      int r7 = Math.min(r + 7, last);
      int m0 = mFrom + r * mStride;
      int m1 = mFrom + r1 * mStride;
      int m2 = mFrom + r2 * mStride;
      int m3 = mFrom + r3 * mStride;
      int m4 = mFrom + r4 * mStride;
      int m5 = mFrom + r5 * mStride;
      int m6 = mFrom + r6 * mStride;
      int m7 = mFrom + r7 * mStride;
      float s0 = y[yFrom + r * yStep];
      float s1 = y[yFrom + r1 * yStep];
      float s2 = y[yFrom + r2 * yStep];
      float s3 = y[yFrom + r3 * yStep];
      float s4 = y[yFrom + r4 * yStep];
      float s5 = y[yFrom + r5 * yStep];
      float s6 = y[yFrom + r6 * yStep];
      float s7 = y[yFrom + r7 * yStep];
      for (int k = 0; k < depth; k++) {
        float factor = v[vFrom + k];
        s0 = Math.fma(factor, m[m0 + k], s0);
        s1 = Math.fma(factor, m[m1 + k], s1);
        s2 = Math.fma(factor, m[m2 + k], s2);
        s3 = Math.fma(factor, m[m3 + k], s3);
        s4 = Math.fma(factor, m[m4 + k], s4);
        s5 = Math.fma(factor, m[m5 + k], s5);
        s6 = Math.fma(factor, m[m6 + k], s6);
        s7 = Math.fma(factor, m[m7 + k], s7);
      }
      y[yFrom + r * yStep] = s0;
      y[yFrom + r1 * yStep] = s1;
      y[yFrom + r2 * yStep] = s2;
      y[yFrom + r3 * yStep] = s3;
      y[yFrom + r4 * yStep] = s4;
      y[yFrom + r5 * yStep] = s5;
      y[yFrom + r6 * yStep] = s6;
      y[yFrom + r7 * yStep] = s7;
    }
  }
}
