package dev.annette.runtime.check;

/** The normalisation of every row, {@code yᵢ = exp(zᵢ) / Σ exp(z)}. */
final class Softmax {
  private Softmax() {}

  /** Returns {@code log yᵢ = zᵢ − log Σ exp(z)}, the largest z taken out of the sum first. */
  static Matrix logs(Matrix z) {
    Matrix logs = Matrix.zeros(z.rows(), z.width());
    for (int r = 0; r < z.rows(); r++) {
      int first = r * z.width();
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < z.width(); j++) {
        largest = Math.max(largest, z.values()[first + j]);
      }
      double sum = 0;
      for (int j = 0; j < z.width(); j++) {
        sum += Math.exp(z.values()[first + j] - largest);
      }
      for (int j = 0; j < z.width(); j++) {
        logs.values()[first + j] = z.values()[first + j] - largest - Math.log(sum);
      }
    }
    return logs;
  }

  /** Returns {@code dzᵢ = yᵢ·(dyᵢ − Σ dyⱼ·yⱼ)}. */
  static Matrix backward(Matrix y, Matrix gradient) {
    Matrix dz = Matrix.zeros(y.rows(), y.width());
    for (int r = 0; r < y.rows(); r++) {
      int first = r * y.width();
      double mean = 0;
      for (int j = 0; j < y.width(); j++) {
        mean += gradient.values()[first + j] * y.values()[first + j];
      }
      for (int j = 0; j < y.width(); j++) {
        dz.values()[first + j] = y.values()[first + j] * (gradient.values()[first + j] - mean);
      }
    }
    return dz;
  }
}
