package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y + noise} with the noise of the replayed run, [rows, out]. Without it nothing is added,
 * as in prediction.
 */
public final class GaussianNoiseModifier implements CheckModifier {

  @Override
  public String kind() {
    return "gaussianNoise";
  }

  @Override
  public boolean blursOutput() {
    return true;
  }

  @Override
  public Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    float[] noise = pass.recorded("noise", y.values().length);
    if (noise == null) {
      return y;
    }
    Matrix sum = Matrix.zeros(y.rows(), y.width());
    for (int i = 0; i < noise.length; i++) {
      sum.values()[i] = y.values()[i] + noise[i];
    }
    return sum;
  }
}
