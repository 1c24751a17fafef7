package dev.annette.runtime.check;

/**
 * {@code z = x·W + b}, with x [rows, in], W [in, out], b [out] (absent without a bias) and z [rows,
 * out].
 */
public final class DenseLayer implements CheckLayer {

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    double[] w = pass.tensor("weights");
    int in = x.width();
    int out = w.length / in;
    Matrix z = Matrix.zeros(x.rows(), out);
    for (int r = 0; r < x.rows(); r++) {
      for (int j = 0; pass.has("bias") && j < out; j++) {
        z.values()[r * out + j] = pass.tensor("bias")[j];
      }
      for (int k = 0; k < in; k++) {
        double value = x.values()[r * in + k];
        for (int j = 0; j < out; j++) {
          z.values()[r * out + j] += value * w[k * out + j];
        }
      }
    }
    pass.keep("x", x);
    return z;
  }

  /** Adds {@code dW = xᵀ·dz} and {@code db = Σ dz} over the rows; returns {@code dx = dz·Wᵀ}. */
  @Override
  public Matrix backward(LayerPass pass, Matrix dz) {
    Matrix x = pass.kept("x");
    if (pass.has("bias")) {
      addColumnSums(dz, pass.gradient("bias"));
    }
    double[] w = pass.tensor("weights");
    double[] dw = pass.gradient("weights");
    int in = x.width();
    int out = dz.width();
    Matrix dx = Matrix.zeros(x.rows(), in);
    for (int r = 0; r < x.rows(); r++) {
      for (int k = 0; k < in; k++) {
        double value = x.values()[r * in + k];
        double sum = 0;
        for (int j = 0; j < out; j++) {
          double g = dz.values()[r * out + j];
          dw[k * out + j] += value * g;
          sum += g * w[k * out + j];
        }
        dx.values()[r * in + k] = sum;
      }
    }
    return dx;
  }

  private static void addColumnSums(Matrix matrix, double[] sums) {
    for (int i = 0; i < matrix.values().length; i++) {
      sums[i % matrix.width()] += matrix.values()[i];
    }
  }
}
