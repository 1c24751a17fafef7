package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/** {@code λ/n·Σf(y)} over the n rows of a layer's output y [rows, out], which passes unchanged. */
abstract class ActivityModifier implements CheckModifier {

  /** Returns f. */
  abstract double value(double v);

  /** Returns f'. */
  abstract double slope(double v);

  @Override
  public final Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    double sum = 0;
    for (double v : y.values()) {
      sum += value(v);
    }
    pass.penalise(share(pass, modifier, y) * sum);
    pass.keep(kind(), y);
    return y;
  }

  @Override
  public final Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    Matrix y = pass.kept(kind());
    Matrix sum = Matrix.zeros(y.rows(), y.width());
    double share = share(pass, modifier, y);
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] = gradient.values()[i] + share * slope(y.values()[i]);
    }
    return sum;
  }

  private double share(LayerPass pass, ModifierDescription modifier, Matrix y) {
    return pass.strength(modifier) / y.rows();
  }
}
