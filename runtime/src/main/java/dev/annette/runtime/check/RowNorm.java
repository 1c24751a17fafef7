package dev.annette.runtime.check;

/**
 * The normalisation of every row: {@code y = gain·x̂ + shift} with {@code x̂ = (x − mean)·scale}
 * and {@code scale = 1/√(mean((x − mean)²) + ε)}; not centred, the mean is taken as 0.
 */
final class RowNorm {
  private static final String NORMAL = "normal";
  private static final String SCALE = "scale";

  private RowNorm() {}

  /** Returns y and keeps x̂; without a shift, it is 0. */
  static Matrix forward(LayerPass pass, Matrix x, boolean centred, double epsilon) {
    int width = x.width();
    Matrix normal = Matrix.zeros(x.rows(), width);
    Matrix scales = Matrix.zeros(x.rows(), 1);
    Matrix y = Matrix.zeros(x.rows(), width);
    for (int r = 0; r < x.rows(); r++) {
      double mean = 0;
      double square = 0;
      for (int i = r * width; centred && i < (r + 1) * width; i++) {
        mean += x.values()[i] / width;
      }
      for (int i = r * width; i < (r + 1) * width; i++) {
        square += (x.values()[i] - mean) * (x.values()[i] - mean) / width;
      }
      double scale = 1 / Math.sqrt(square + epsilon);
      scales.values()[r] = scale;
      for (int j = 0; j < width; j++) {
        int i = r * width + j;
        normal.values()[i] = (x.values()[i] - mean) * scale;
        double shift = pass.has("shift") ? pass.tensor("shift")[j] : 0;
        y.values()[i] = pass.tensor("gain")[j] * normal.values()[i] + shift;
      }
    }
    pass.keep(NORMAL, normal);
    pass.keep(SCALE, scales);
    return y;
  }

  /**
   * Adds {@code dgain = Σ dy·x̂}; returns {@code dx = scale·(g − mean(g) − x̂·mean(g·x̂))} with
   * {@code g = dy·gain}, without mean(g) if not centred.
   */
  static Matrix backward(LayerPass pass, Matrix dy, boolean centred) {
    Matrix normal = pass.kept(NORMAL);
    double[] gain = pass.tensor("gain");
    int width = dy.width();
    Matrix dx = Matrix.zeros(dy.rows(), width);
    for (int r = 0; r < dy.rows(); r++) {
      double mean = 0;
      double along = 0;
      for (int j = 0; j < width; j++) {
        int i = r * width + j;
        double g = dy.values()[i] * gain[j];
        pass.gradient("gain")[j] += dy.values()[i] * normal.values()[i];
        mean += centred ? g / width : 0;
        along += g * normal.values()[i] / width;
      }
      for (int j = 0; j < width; j++) {
        int i = r * width + j;
        double g = dy.values()[i] * gain[j];
        dx.values()[i] = pass.kept(SCALE).values()[r] * (g - mean - normal.values()[i] * along);
      }
    }
    return dx;
  }
}
