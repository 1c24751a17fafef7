package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every optimizer with proximal l1 on {@code ½·(w-b)ᵀ·A·(w-b) + ½·l2·|w|² + l1·|w|₁}. */
class LassoTest {
  private static final int SIZE = 20;
  private static final double L1 = 0.3;
  private static final double L2 = 0.05;
  private final double[][] curvature = curvature();
  private final Scratch scratch = new Scratch();

  /** Correlated columns: 0.6^|i-j|. */
  private static double[][] curvature() {
    double[][] a = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        a[i][j] = Math.pow(0.6, Math.abs(i - j));
      }
    }
    return a;
  }

  private static double[] minimum() {
    Random random = new Random(3);
    double[] b = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      b[i] = i % 3 == 0 ? random.nextGaussian() : 0.1 * random.nextGaussian();
    }
    return b;
  }

  private double gradient(float[] w, double[] b, int i) {
    double sum = 0;
    for (int j = 0; j < SIZE; j++) {
      sum += curvature[i][j] * (w[j] - b[j]);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void fixed_points_satisfy_the_kkt_conditions_with_exact_zeros(Optimizer optimizer) {
    double[] b = minimum();
    float[] w = Providers.numbers(5, SIZE);
    float[] first = new float[SIZE];
    float[] second = new float[SIZE];
    float[] g = new float[SIZE];
    int steps = 20000;
    for (int step = 1; step <= steps; step++) {
      for (int i = 0; i < SIZE; i++) {
        g[i] = (float) gradient(w, b, i);
      }
      boolean momentum = optimizer == Optimizer.MOMENTUM || optimizer == Optimizer.NESTEROV;
      UpdateCoefficients c =
          new UpdateCoefficients()
              .learningRate(momentum ? 0.02 : optimizer == Optimizer.SGD ? 0.1 : 0.002)
              .momentum(0.9)
              .rmsProp(0.99, 1e-8)
              .penalties(L2, L1, true);
      if (optimizer == Optimizer.ADAM) {
        c.adam(0.9, 0.999, 1e-8, step);
      }
      optimizer.update(new ScalarKernels(), w, first, second, 0, g, SIZE, c, scratch);
    }
    int zeros = 0;
    for (int i = 0; i < SIZE; i++) {
      double smooth = gradient(w, b, i) + L2 * w[i];
      if (w[i] == 0) {
        zeros++;
        assertTrue(Math.abs(smooth) <= L1 + 1e-4, "gradient at the zero " + i + ": " + smooth);
      } else {
        assertEquals(0, smooth + L1 * Math.signum(w[i]), 1e-4, "gradient at weight " + i);
      }
    }
    assertTrue(zeros >= 5 && zeros < SIZE, zeros + " zeros");
  }
}
