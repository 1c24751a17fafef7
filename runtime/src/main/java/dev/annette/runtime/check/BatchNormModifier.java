package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;

/**
 * {@code y = gain·x̂ + shift} with {@code x̂ = (x − mean)/√(variance + ε)}, for every column; all
 * parameters are [width]. In training, mean and variance are those of the batch's rows, if there
 * are at least two; else they are the running ones.
 */
public final class BatchNormModifier implements CheckModifier {
  private static final String NORMAL = "normal";
  private static final String SCALE = "scale";

  @Override
  public String kind() {
    return "batchNorm";
  }

  @Override
  public boolean normalises() {
    return true;
  }

  @Override
  public Matrix normalise(LayerPass pass, ModifierDescription modifier, Matrix z) {
    double epsilon = Attribute.number(kind(), modifier.attributes(), "epsilon");
    int width = z.width();
    Matrix normal = Matrix.zeros(z.rows(), width);
    Matrix scale = Matrix.zeros(1, width);
    Matrix y = Matrix.zeros(z.rows(), width);
    for (int j = 0; j < width; j++) {
      double mean = isMeasured(pass, z) ? mean(z, j) : pass.tensor("mean")[j];
      double variance = isMeasured(pass, z) ? variance(z, j, mean) : pass.tensor("variance")[j];
      scale.values()[j] = 1 / Math.sqrt(variance + epsilon);
      for (int i = j; i < y.values().length; i += width) {
        normal.values()[i] = (z.values()[i] - mean) * scale.values()[j];
        y.values()[i] = pass.tensor("gain")[j] * normal.values()[i] + pass.tensor("shift")[j];
      }
    }
    pass.keep(NORMAL, normal);
    pass.keep(SCALE, scale);
    return y;
  }

  /**
   * Adds {@code dgain = Σ dy·x̂} and {@code dshift = Σ dy}. Returns {@code dx = gain·scale·(dy −
   * mean(dy) − x̂·mean(dy·x̂))} where the batch was measured; else {@code gain·scale·dy}, and adds
   * the gradients by the running mean and variance.
   */
  @Override
  public Matrix normaliseBackward(LayerPass pass, ModifierDescription modifier, Matrix dy) {
    Matrix normal = pass.kept(NORMAL);
    int width = dy.width();
    Matrix dx = Matrix.zeros(dy.rows(), width);
    for (int j = 0; j < width; j++) {
      double sum = 0;
      double along = 0;
      for (int i = j; i < dy.values().length; i += width) {
        sum += dy.values()[i];
        along += dy.values()[i] * normal.values()[i];
      }
      pass.gradient("gain")[j] += along;
      pass.gradient("shift")[j] += sum;
      double scale = pass.kept(SCALE).values()[j];
      double factor = pass.tensor("gain")[j] * scale;
      boolean measured = isMeasured(pass, dy);
      if (!measured) {
        pass.gradient("mean")[j] -= factor * sum;
        pass.gradient("variance")[j] -= factor * scale * along / 2;
      }
      for (int i = j; i < dy.values().length; i += width) {
        double common = measured ? (sum + normal.values()[i] * along) / dy.rows() : 0;
        dx.values()[i] = factor * (dy.values()[i] - common);
      }
    }
    return dx;
  }

  private static boolean isMeasured(LayerPass pass, Matrix batch) {
    return pass.isTraining() && batch.rows() > 1;
  }

  private static double mean(Matrix z, int column) {
    double sum = 0;
    for (int i = column; i < z.values().length; i += z.width()) {
      sum += z.values()[i];
    }
    return sum / z.rows();
  }

  private static double variance(Matrix z, int column, double mean) {
    double sum = 0;
    for (int i = column; i < z.values().length; i += z.width()) {
      sum += (z.values()[i] - mean) * (z.values()[i] - mean);
    }
    return sum / z.rows();
  }
}
