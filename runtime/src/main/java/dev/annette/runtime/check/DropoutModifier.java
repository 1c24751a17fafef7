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
    return masked(pass, y);
  }

  @Override
  public Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return masked(pass, gradient);
  }

  private static Matrix masked(LayerPass pass, Matrix x) {
    float[] mask = pass.recorded("mask", x.values().length);
    if (mask == null) {
      return x;
    }
    Matrix product = Matrix.zeros(x.rows(), x.width());
    for (int i = 0; i < mask.length; i++) {
      product.values()[i] = x.values()[i] * mask[i];
    }
    return product;
  }
}
