package dev.annette.runtime.check;

/**
 * The values of one layer for the rows of a batch.
 *
 * @param rows the rows of the batch
 * @param width the numbers of a row
 * @param values {@code [rows, width]} row-major; not copied
 */
public record Matrix(int rows, int width, double[] values) {

  /**
   * Checks the length of the array.
   *
   * @throws IllegalArgumentException if it does not hold rows times width numbers
   */
  public Matrix {
    if (values.length != rows * width) {
      throw new IllegalArgumentException(
          "[%d, %d] needs %d numbers, not %d".formatted(rows, width, rows * width, values.length));
    }
  }

  /** Returns a matrix of zeros. */
  public static Matrix zeros(int rows, int width) {
    return new Matrix(rows, width, new double[rows * width]);
  }

  /** Returns a matrix with the first {@code rows · width} of these numbers. */
  static Matrix of(int rows, int width, float[] values) {
    Matrix matrix = zeros(rows, width);
    for (int i = 0; i < matrix.values.length; i++) {
      matrix.values[i] = values[i];
    }
    return matrix;
  }

  /**
   * Returns every number times the factor at its place; this matrix if there are no factors.
   *
   * @param factors {@code [rows, width]} row-major, or null
   */
  Matrix times(float[] factors) {
    if (factors == null) {
      return this;
    }
    Matrix product = zeros(rows, width);
    for (int i = 0; i < factors.length; i++) {
      product.values[i] = values[i] * factors[i];
    }
    return product;
  }

  /** Returns the largest magnitude, 0 if there are no numbers. */
  double magnitude() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
