package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y·mask} with the mask of the replayed run, [rows, out]: 0 or the multiplier of kept units.
 * Without one nothing is dropped, as in prediction.
 */
public final class DropoutModifier implements CheckModifier {

  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    return y.times(pass.recorded("mask", y.values().length));
  }

  @Override
  public Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return gradient.times(pass.recorded("mask", gradient.values().length));
  }
}
