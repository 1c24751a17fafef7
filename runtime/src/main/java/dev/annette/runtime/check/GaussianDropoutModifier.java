package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y·mask} with the factors of the replayed run, [rows, out]. Without them nothing changes,
 * as in prediction.
 */
public final class GaussianDropoutModifier implements CheckModifier {
  private static final String MASK = "gaussianMask";

  @Override
  public String kind() {
    return "gaussianDropout";
  }

  @Override
  public boolean blursOutput() {
    return true;
  }

  @Override
  public Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    return y.times(pass.recorded(MASK, y.values().length));
  }

  @Override
  public Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return gradient.times(pass.recorded(MASK, gradient.values().length));
  }
}
