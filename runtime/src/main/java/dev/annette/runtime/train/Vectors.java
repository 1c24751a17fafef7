package dev.annette.runtime.train;

/** Sums over vectors in double precision, in ascending order. */
final class Vectors {
  private Vectors() {}

  /** Returns {@code Σ a·b}. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds {@code factor·b} to a. */
  static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }
}
