package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code λ·Σ KL(ρ ‖ ρ̂)} over the columns of a layer's output y [rows, out], which passes
 * unchanged; ρ̂ is the mean of a column. Outside of [10⁻⁶, 1 − 10⁻⁶] the divergence is its tangent.
 */
public final class KlSparsityModifier implements CheckModifier {
  private static final double BOUND = 1e-6;
  private static final String SLOPES = "klSparsity";

  @Override
  public String kind() {
    return "klSparsity";
  }

  @Override
  public Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    double lambda = pass.strength(modifier);
    double target = Attribute.number(kind(), modifier.attributes(), "target");
    Matrix slopes = Matrix.zeros(1, y.width());
    for (int j = 0; j < y.width(); j++) {
      double mean = 0;
      for (int i = j; i < y.values().length; i += y.width()) {
        mean += y.values()[i] / y.rows();
      }
      double inside = Math.max(BOUND, Math.min(1 - BOUND, mean));
      double slope = slope(target, inside);
      pass.penalise(lambda * (divergence(target, inside) + slope * (mean - inside)));
      slopes.values()[j] = lambda * slope / y.rows();
    }
    pass.keep(SLOPES, slopes);
    return y;
  }

  @Override
  public Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    Matrix slopes = pass.kept(SLOPES);
    Matrix sum = Matrix.zeros(gradient.rows(), gradient.width());
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] = gradient.values()[i] + slopes.values()[i % slopes.width()];
    }
    return sum;
  }

  private static double divergence(double target, double mean) {
    return target * Math.log(target / mean)
        + (1 - target) * (Math.log1p(-target) - Math.log1p(-mean));
  }

  private static double slope(double target, double mean) {
    return (mean - target) / (mean * (1 - mean));
  }
}
