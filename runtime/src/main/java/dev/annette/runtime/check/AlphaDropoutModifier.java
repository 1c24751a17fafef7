package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code a·(y·d + α′·(1 − d)) + b}, where d is 0 for the units that the replayed run left out and 1
 * for the others, [rows, out]; a and b keep mean 0 and variance 1 at the rate in force, rounded to
 * a multiple of 1/65536. Without a mask nothing changes, as in prediction.
 */
public final class AlphaDropoutModifier implements CheckModifier {
  private static final String MASK = "alphaMask";

  /** α′ = −λα of the activation SELU. */
  private static final double FLOOR = -1.0507009873554805 * 1.6732632423543772;

  private static final double LEVELS = 65536;

  @Override
  public String kind() {
    return "alphaDropout";
  }

  @Override
  public boolean blursOutput() {
    return true;
  }

  @Override
  public Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    float[] mask = pass.recorded(MASK, y.values().length);
    if (mask == null) {
      return y;
    }
    double rate = rate(pass, modifier);
    double scale = scale(rate);
    double shift = -scale * rate * FLOOR;
    Matrix dropped = Matrix.zeros(y.rows(), y.width());
    for (int i = 0; i < mask.length; i++) {
      dropped.values()[i] = scale * (mask[i] == 0 ? FLOOR : y.values()[i]) + shift;
    }
    return dropped;
  }

  @Override
  public Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    float[] mask = pass.recorded(MASK, gradient.values().length);
    if (mask == null) {
      return gradient;
    }
    double scale = scale(rate(pass, modifier));
    Matrix masked = Matrix.zeros(gradient.rows(), gradient.width());
    for (int i = 0; i < mask.length; i++) {
      masked.values()[i] = mask[i] == 0 ? 0 : scale * gradient.values()[i];
    }
    return masked;
  }

  private static double rate(LayerPass pass, ModifierDescription modifier) {
    return Math.min(LEVELS - 1, Math.rint(pass.strength(modifier) * LEVELS)) / LEVELS;
  }

  private static double scale(double rate) {
    return Math.pow((1 - rate) * (1 + rate * FLOOR * FLOOR), -0.5);
  }
}
