package dev.annette.runtime.kernel;

/**
 * Sums over a part of an array in double precision: four chains, of every fourth element each,
 * joined in pairs.
 */
final class RowSums {
  private RowSums() {}

  /** Returns {@code Σ x[from + j]} for j below count. */
  static double sum(float[] x, int from, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int end = from + count;
    int i = from;
    for (; i + 4 <= end; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < end; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /** Returns {@code Σ (x[from + j] − mean)²} for j below count. */
  static double squares(float[] x, int from, int count, double mean) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int end = from + count;
    int i = from;
    for (; i + 4 <= end; i += 4) {
      a += square(x[i] - mean);
      b += square(x[i + 1] - mean);
      c += square(x[i + 2] - mean);
      d += square(x[i + 3] - mean);
    }
    for (; i < end; i++) {
      a += square(x[i] - mean);
    }
    return (a + b) + (c + d);
  }

  private static double square(double x) {
    return x * x;
  }

  /** Returns {@code Σ w[from + j]·(x[from + j] − mean)} for j below count. */
  static double products(float[] w, float[] x, int from, int count, double mean) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int end = from + count;
    int i = from;
    for (; i + 4 <= end; i += 4) {
      a += w[i] * (x[i] - mean);
      b += w[i + 1] * (x[i + 1] - mean);
      c += w[i + 2] * (x[i + 2] - mean);
      d += w[i + 3] * (x[i + 3] - mean);
    }
    for (; i < end; i++) {
      a += w[i] * (x[i] - mean);
    }
    return (a + b) + (c + d);
  }
}
