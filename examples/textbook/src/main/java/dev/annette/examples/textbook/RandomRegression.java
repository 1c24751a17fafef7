package dev.annette.examples.textbook;

import dev.annette.runtime.data.Dataset;
import java.util.Random;

/**
 * Rows of ten normal features and a target that half of them decide.
 *
 * @param x the features, {@code [rows][10]}
 * @param y the targets, {@code [rows]}
 */
record RandomRegression(float[][] x, float[] y) {
  static final int FEATURES = 10;

  private static final double[] TRUTH = {3, -2, 0, 0, 1, 0, 0.5, 0, 0, -1.5};

  /** Returns rows drawn from a seed. */
  static RandomRegression of(int rows, long seed) {
    Random random = new Random(seed);
    float[][] x = new float[rows][FEATURES];
    float[] y = new float[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0.3 * random.nextGaussian();
      for (int j = 0; j < FEATURES; j++) {
        x[row][j] = (float) random.nextGaussian();
        sum += TRUTH[j] * x[row][j];
      }
      y[row] = (float) sum;
    }
    return new RandomRegression(x, y);
  }

  /** Returns the rows with their targets as numbers. */
  Dataset regression() {
    return Dataset.ofValues(x, y);
  }

  /** Returns the rows with the target 1 where the number is above 0, else 0. */
  Dataset signs() {
    float[] signs = new float[y.length];
    for (int row = 0; row < y.length; row++) {
      signs[row] = y[row] > 0 ? 1 : 0;
    }
    return Dataset.ofValues(x, signs);
  }
}
