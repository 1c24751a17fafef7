package dev.annette.runtime.check;

/** {@code y = x·scale + mean} for every output, with {@code mean} and {@code scale} [width]. */
public final class LabelsLayer implements CheckLayer {

  @Override
  public String kind() {
    return "labels";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    double[] mean = pass.tensor("mean");
    double[] scale = pass.tensor("scale");
    Matrix y = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < y.values().length; i++) {
      int j = i % x.width();
      y.values()[i] = x.values()[i] * scale[j] + mean[j];
    }
    pass.keep("x", x);
    return y;
  }

  /** Adds {@code dmean = Σ dy} and {@code dscale = Σ dy·x}, summed over rows. */
  @Override
  public Matrix backward(LayerPass pass, Matrix gradient) {
    Matrix x = pass.kept("x");
    double[] scale = pass.tensor("scale");
    double[] meanGradient = pass.gradient("mean");
    double[] scaleGradient = pass.gradient("scale");
    Matrix dx = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < dx.values().length; i++) {
      int j = i % x.width();
      double dy = gradient.values()[i];
      dx.values()[i] = dy * scale[j];
      meanGradient[j] += dy;
      scaleGradient[j] += dy * x.values()[i];
    }
    return dx;
  }
}
