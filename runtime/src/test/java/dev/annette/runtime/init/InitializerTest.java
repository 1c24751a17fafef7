package dev.annette.runtime.init;

import static dev.annette.runtime.init.InitializerFill.weights;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Initializer;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {
  private static final int IN = 300;
  private static final int OUT = 200;
  private static final long KEY = CounterRandom.key(1, Purpose.INITIALIZATION, "hidden.weights");
  private static final long OTHER = CounterRandom.key(1, Purpose.INITIALIZATION, "output.weights");

  @ParameterizedTest
  @EnumSource
  void weights_follow_from_the_key(Initializer initializer) {
    float[] w = weights(initializer, 30, 20, KEY);
    assertArrayEquals(w, weights(initializer, 30, 20, KEY));
    boolean random = w[0] != w[1];
    assertEquals(!random, Arrays.equals(w, weights(initializer, 30, 20, OTHER)));
  }

  @ParameterizedTest
  @EnumSource(names = {"GLOROT_UNIFORM", "HE_UNIFORM", "LECUN_UNIFORM"})
  void uniform_weights_fill_the_interval(Initializer initializer) {
    double limit =
        switch (initializer) {
          case GLOROT_UNIFORM -> Math.sqrt(6.0 / (IN + OUT));
          case HE_UNIFORM -> Math.sqrt(6.0 / IN);
          default -> Math.sqrt(3.0 / IN);
        };
    float[] w = weights(initializer, IN, OUT, KEY);
    float most = 0;
    for (float weight : w) {
      most = Math.max(most, Math.abs(weight));
    }
    assertTrue(most <= (float) limit && most > 0.999 * limit);
    assertMoments(w, limit / Math.sqrt(3), 9.0 / 5);
  }

  @ParameterizedTest
  @EnumSource(names = {"GLOROT_NORMAL", "HE_NORMAL", "LECUN_NORMAL", "STANDARD_NORMAL"})
  void normal_weights_have_their_deviation(Initializer initializer) {
    double deviation =
        switch (initializer) {
          case GLOROT_NORMAL -> Math.sqrt(2.0 / (IN + OUT));
          case HE_NORMAL -> Math.sqrt(2.0 / IN);
          case STANDARD_NORMAL -> 1;
          default -> Math.sqrt(1.0 / IN);
        };
    assertMoments(weights(initializer, IN, OUT, KEY), deviation, 3);
  }

  @Test
  void a_weight_depends_on_its_index_only() {
    float[] narrow = weights(Initializer.HE_NORMAL, 30, 2, KEY);
    float[] wide = weights(Initializer.HE_NORMAL, 30, 20, KEY);
    assertArrayEquals(narrow, Arrays.copyOf(wide, narrow.length));
  }

  @Test
  void constants_are_constant() {
    assertFilled(0f, weights(Initializer.ZEROS, 3, 4, KEY));
    assertFilled(1f, weights(Initializer.ONES, 3, 4, KEY));
    assertFilled(InitializerFill.CONSTANT, weights(Initializer.CONSTANT, 3, 4, KEY));
  }

  @Test
  void orthogonal_columns_or_rows_are_orthonormal() {
    for (int[] shape : new int[][] {{60, 40}, {40, 60}, {50, 50}, {1, 5}, {5, 1}, {1, 1}}) {
      int in = shape[0];
      int out = shape[1];
      float[] w = weights(Initializer.ORTHOGONAL, in, out, KEY);
      int count = Math.min(in, out);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          double product = 0;
          for (int i = 0; i < Math.max(in, out); i++) {
            double left = in >= out ? w[i * out + a] : w[a * out + i];
            double right = in >= out ? w[i * out + b] : w[b * out + i];
            product += left * right;
          }
          assertEquals(a == b ? 1 : 0, product, 1e-6);
        }
      }
    }
  }

  /**
   * In a uniformly distributed 2 × 2 matrix every entry has mean 0, variance ½ and kurtosis 3/2.
   */
  @Test
  void orthogonal_matrices_are_uniformly_distributed() {
    int draws = 20_000;
    int reflections = 0;
    double[][] moments = new double[4][5];
    for (int draw = 0; draw < draws; draw++) {
      float[] w = weights(Initializer.ORTHOGONAL, 2, 2, CounterRandom.keyAt(KEY, draw));
      reflections += w[0] * w[3] - w[1] * w[2] < 0 ? 1 : 0;
      for (int i = 0; i < 4; i++) {
        for (int k = 1; k <= 4; k++) {
          moments[i][k] += Math.pow(w[i], k) / draws;
        }
      }
    }
    assertEquals(draws / 2.0, reflections, 5 * Math.sqrt(draws) / 2);
    for (double[] moment : moments) {
      assertEquals(0, moment[1], 5 * Math.sqrt(0.5 / draws));
      assertEquals(0.5, moment[2], 5 * Math.sqrt(0.125 / draws));
      assertEquals(0, moment[3], 5 * Math.sqrt(0.3125 / draws));
      assertEquals(0.375, moment[4], 5 * Math.sqrt(0.14 / draws));
    }
  }

  private static void assertFilled(float expected, float[] w) {
    for (float weight : w) {
      assertEquals(expected, weight);
    }
  }

  /** Checks mean, variance and kurtosis within five deviations of their estimates. */
  private static void assertMoments(float[] w, double deviation, double kurtosis) {
    double mean = 0;
    double variance = 0;
    double fourth = 0;
    for (float weight : w) {
      double z = weight / deviation;
      mean += z / w.length;
      variance += z * z / w.length;
      fourth += z * z * z * z / w.length;
    }
    assertEquals(0, mean, 5 / Math.sqrt(w.length));
    assertEquals(1, variance, 5 * Math.sqrt(2.0 / w.length));
    assertEquals(kurtosis, fourth, 5 * Math.sqrt(96.0 / w.length));
    assertFalse(w[0] == w[1]);
  }
}
