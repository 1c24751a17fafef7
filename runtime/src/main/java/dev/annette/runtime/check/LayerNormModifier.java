package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y = gain·x̂ + shift} with {@code x̂ = (x − mean)/√(variance + ε)}, mean and variance over
 * the units of a row; gain and shift are [width].
 */
public final class LayerNormModifier implements CheckModifier {

  @Override
  public String kind() {
    return "layerNorm";
  }

  @Override
  public boolean normalises() {
    return true;
  }

  @Override
  public Matrix normalise(LayerPass pass, ModifierDescription modifier, Matrix z) {
    double epsilon = Attribute.number(kind(), modifier.attributes(), "epsilon");
    return RowNorm.forward(pass, z, true, epsilon);
  }

  @Override
  public Matrix normaliseBackward(LayerPass pass, ModifierDescription modifier, Matrix dy) {
    for (int i = 0; i < dy.values().length; i++) {
      pass.gradient("shift")[i % dy.width()] += dy.values()[i];
    }
    return RowNorm.backward(pass, dy, true);
  }
}
