package dev.annette.runtime.check;

/**
 * What typed rows measure: {@code y[j] = (x[j] + fill[j]·x[j + 1] − mean[j])·scale[j]}, where
 * {@code x[j + 1]} says whether feature j is missing. Without missing values there is no {@code
 * fill}.
 */
public final class ColumnsLayer implements CheckLayer {
  private static final StandardizeLayer SCALING = new StandardizeLayer();

  @Override
  public String kind() {
    return "columns";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    return SCALING.forward(pass, pass.has("fill") ? filled(pass, x) : x);
  }

  private static Matrix filled(LayerPass pass, Matrix x) {
    double[] fill = pass.tensor("fill");
    Matrix y = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < y.values().length; i++) {
      int j = i % x.width();
      double missing = j + 1 < x.width() ? x.values()[i + 1] : 0;
      y.values()[i] = x.values()[i] + fill[j] * missing;
    }
    pass.keep("raw", x);
    return y;
  }

  /** Adds the gradients of mean and scale, and {@code dfill[j] = Σ dy[j]·x[j + 1]}. */
  @Override
  public Matrix backward(LayerPass pass, Matrix gradient) {
    Matrix dy = SCALING.backward(pass, gradient);
    if (!pass.has("fill")) {
      return dy;
    }
    double[] fill = pass.tensor("fill");
    double[] fillGradient = pass.gradient("fill");
    Matrix x = pass.kept("raw");
    Matrix dx = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < dx.values().length; i++) {
      int j = i % x.width();
      dx.values()[i] += dy.values()[i];
      if (j + 1 < x.width()) {
        fillGradient[j] += dy.values()[i] * x.values()[i + 1];
        dx.values()[i + 1] += dy.values()[i] * fill[j];
      }
    }
    return dx;
  }
}
