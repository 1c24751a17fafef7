package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y = gain·x̂} with {@code x̂ = x/√(mean(x²) + ε)}, the mean over the units of a row; gain
 * is [width].
 */
public final class RmsNormModifier implements CheckModifier {

  @Override
  public String kind() {
    return "rmsNorm";
  }

  @Override
  public boolean normalises() {
    return true;
  }

  @Override
  public Matrix normalise(LayerPass pass, ModifierDescription modifier, Matrix z) {
    double epsilon = Attribute.number(kind(), modifier.attributes(), "epsilon");
    return RowNorm.forward(pass, z, false, epsilon);
  }

  @Override
  public Matrix normaliseBackward(LayerPass pass, ModifierDescription modifier, Matrix dy) {
    return RowNorm.backward(pass, dy, false);
  }
}
