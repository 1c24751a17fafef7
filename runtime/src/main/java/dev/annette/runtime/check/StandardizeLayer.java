package dev.annette.runtime.check;

/** {@code y = (x − mean)·scale} for every column, with {@code mean} and {@code scale} [width]. */
public final class StandardizeLayer implements CheckLayer {

  @Override
  public String kind() {
    return "standardize";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    double[] mean = pass.tensor("mean");
    double[] scale = pass.tensor("scale");
    Matrix y = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < y.values().length; i++) {
      int j = i % x.width();
      y.values()[i] = (x.values()[i] - mean[j]) * scale[j];
    }
    pass.keep("x", x);
    return y;
  }

  /** Adds {@code dmean = −Σ dy·scale} and {@code dscale = Σ dy·(x − mean)}, summed over rows. */
  @Override
  public Matrix backward(LayerPass pass, Matrix gradient) {
    Matrix x = pass.kept("x");
    double[] mean = pass.tensor("mean");
    double[] scale = pass.tensor("scale");
    double[] meanGradient = pass.gradient("mean");
    double[] scaleGradient = pass.gradient("scale");
    Matrix dx = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < dx.values().length; i++) {
      int j = i % x.width();
      double dy = gradient.values()[i];
      dx.values()[i] = dy * scale[j];
      meanGradient[j] -= dy * scale[j];
      scaleGradient[j] += dy * (x.values()[i] - mean[j]);
    }
    return dx;
  }
}
