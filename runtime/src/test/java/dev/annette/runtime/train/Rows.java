package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import java.util.Random;

/** Made-up rows for tests. */
public final class Rows {
  private Rows() {}

  /** Rows of normal features with targets linear in them, with some noise. */
  public static Dataset regression(int rows, int width, int outputs) {
    Random random = new Random(7);
    float[] features = new float[rows * width];
    float[] targets = new float[rows * outputs];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < width; column++) {
        float x = (float) random.nextGaussian();
        features[row * width + column] = x;
        for (int output = 0; output < outputs; output++) {
          targets[row * outputs + output] += x * ((column + output) % 4 - 1);
        }
      }
      for (int output = 0; output < outputs; output++) {
        targets[row * outputs + output] += (float) (0.1 * random.nextGaussian());
      }
    }
    return Dataset.ofValues(features, rows, targets);
  }
}
