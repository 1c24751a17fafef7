package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KlSparsityKernelTest {
  private final Scratch scratch = new Scratch();
  private final float[] divergence = new float[5];
  private final float[] slope = new float[5];

  /** Columns with the means 0.25, 0.05, 0, 1 and 0.5. */
  private final float[] x = {
    0.125f, 0.0625f, 0, 1, 1, //
    0.25f, 0, 0, 1, 0, //
    0.375f, 0.0875f, 0, 1, 0.5f
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void each_column_has_the_divergence_of_its_mean(int parts) {
    divergences(0.05, parts);
    assertEquals(3 * divergence(0.05, 0.25), divergence[0], 1e-6);
    assertEquals(0, divergence[1], 1e-6);
    assertEquals(3 * divergence(0.05, 0.5), divergence[4], 1e-6);
    assertEquals(3 * (-0.05 / 0.25 + 0.95 / 0.75) / 3, slope[0], 1e-6);
    assertEquals(0, slope[1], 1e-6);
    assertEquals(-0.05 / 0.5 + 0.95 / 0.5, slope[4], 1e-6);
  }

  private static double divergence(double target, double mean) {
    return target * Math.log(target / mean) + (1 - target) * Math.log((1 - target) / (1 - mean));
  }

  /** At a mean of 0 or 1 the divergence is the tangent at 10⁻⁶ away, and leads back. */
  @Test
  void a_mean_of_exactly_0_or_1_has_a_finite_penalty_and_a_way_back() {
    divergences(0.05, 1);
    double bound = 1e-6;
    double low = -0.05 / bound + 0.95 / (1 - bound);
    assertEquals(low, slope[2], 1e-6 * -low);
    assertEquals(3 * (divergence(0.05, bound) - low * bound), divergence[2], 1e-5);
    double high = -0.05 / (1 - bound) + 0.95 / bound;
    assertEquals(high, slope[3], 1e-6 * high);
    assertEquals(3 * (divergence(0.05, 1 - bound) + high * bound), divergence[3], 1e-5);
    assertTrue(slope[2] < 0 && slope[3] > 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.5, 0.999999})
  void any_target_gives_finite_numbers(double target) {
    divergences(target, 1);
    for (int j = 0; j < 5; j++) {
      assertTrue(Float.isFinite(divergence[j]) && Float.isFinite(slope[j]), "column " + j);
      assertTrue(divergence[j] >= 0, "column " + j);
    }
  }

  @Test
  void the_penalty_of_a_batch_is_every_rows() {
    RowPenalty rows = new RowPenalty();
    rows.reserve(3);
    float[] y = new float[15];
    divergence[0] = 0.5f;
    divergence[4] = 0.25f;
    KlSparsityKernel.forward(x, divergence, y, rows, 0, 2, 5);
    assertArrayEquals(new float[] {0.75f, 0.75f, 0}, rows.values());
    for (int i = 0; i < 15; i++) {
      assertEquals(i < 10 ? x[i] : 0, y[i]);
    }
  }

  @Test
  void the_slope_joins_the_gradient_of_its_rows() {
    float[] gradient = {1, 2, 3, 4, 5, 6};
    KlSparsityKernel.backward(new float[] {10, 20}, gradient, 1, 3, 2);
    assertArrayEquals(new float[] {1, 2, 13, 24, 15, 26}, gradient);
  }

  private void divergences(double target, int parts) {
    for (int part = 0; part < parts; part++) {
      KlSparsityKernel.divergences(x, divergence, slope, 3, 5, 3, target, part, parts, scratch);
    }
  }
}
