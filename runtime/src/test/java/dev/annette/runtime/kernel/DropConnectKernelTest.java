package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.activation.Elu;
import dev.annette.runtime.kernel.activation.Softplus;
import dev.annette.runtime.kernel.activation.Tanh;
import dev.annette.runtime.random.CounterRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropConnectKernelTest {
  private static final int ROWS = 9;
  private static final int IN = 37;
  private static final int OUT = 5;
  private static final float RATE = 0.4f;
  private static final long KEY = 0x5EEDL;

  private final Scratch scratch = new Scratch();
  private final float[] x = normal(ROWS * IN, 1);
  private final float[] w = scaled(normal(IN * OUT, 2), 0.2f);
  private final float[] bias = normal(OUT, 3);

  private static float[] normal(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static float[] scaled(float[] numbers, float factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
    return numbers;
  }

  private float[] forward(float rate, boolean shared, long key) {
    float[] y = new float[ROWS * OUT];
    DropConnectKernel.forward(x, w, bias, y, 0, ROWS, IN, OUT, rate, shared, key, scratch);
    return y;
  }

  private float[] plain() {
    float[] y = new float[ROWS * OUT];
    DenseKernel.forward(x, w, bias, y, 0, ROWS, IN, OUT, scratch);
    return y;
  }

  private double variance(int row, int unit, float rate) {
    double sum = 0;
    for (int k = 0; k < IN; k++) {
      double term = (double) x[row * IN + k] * w[k * OUT + unit];
      sum += term * term;
    }
    return rate / (1 - rate) * sum;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void at_rate_0_it_is_the_plain_product(boolean shared) {
    assertArrayEquals(plain(), forward(0, shared, KEY));
  }

  /** Of n draws the mean deviates σ/√n, and the variance σ²·√(2/n) for a nearly normal sum. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void mean_and_variance_over_masks_are_those_of_the_model(boolean shared) {
    int draws = 4000;
    double[] sum = new double[ROWS * OUT];
    double[] squares = new double[ROWS * OUT];
    float[] plain = plain();
    for (int i = 0; i < draws; i++) {
      float[] y = forward(RATE, shared, CounterRandom.keyAt(KEY, i));
      for (int j = 0; j < y.length; j++) {
        double off = y[j] - plain[j];
        sum[j] += off;
        squares[j] += off * off;
      }
    }
    for (int j = 0; j < sum.length; j++) {
      double variance = variance(j / OUT, j % OUT, RATE);
      assertEquals(0, sum[j] / draws, 4.5 * Math.sqrt(variance / draws));
      assertEquals(variance, squares[j] / draws, 6 * variance * Math.sqrt(2.0 / draws));
    }
  }

  @Test
  void rows_share_a_mask_only_where_asked() {
    float[] one = new float[ROWS * IN];
    for (int r = 0; r < ROWS; r++) {
      System.arraycopy(x, 0, one, r * IN, IN);
    }
    System.arraycopy(one, 0, x, 0, one.length);
    float[] shared = forward(RATE, true, KEY);
    float[] apart = forward(RATE, false, KEY);
    float[] first = Arrays.copyOf(shared, OUT);
    for (int r = 1; r < ROWS; r++) {
      assertArrayEquals(first, Arrays.copyOfRange(shared, r * OUT, (r + 1) * OUT));
      assertTrue(
          !Arrays.equals(
              Arrays.copyOf(apart, OUT), Arrays.copyOfRange(apart, r * OUT, (r + 1) * OUT)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_bias_is_never_left_out(boolean shared) {
    Arrays.fill(x, 0f);
    float[] y = forward(RATE, shared, KEY);
    for (int i = 0; i < y.length; i++) {
      assertEquals(bias[i % OUT], y[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rows_and_columns_may_be_cut_anywhere(boolean shared) {
    float[] whole = forward(RATE, shared, KEY);
    float[] cut = new float[ROWS * OUT];
    int[] bounds = {0, 1, 4, ROWS};
    for (int i = 1; i < bounds.length; i++) {
      DropConnectKernel.forward(
          x, w, bias, cut, bounds[i - 1], bounds[i], IN, OUT, RATE, shared, KEY, new Scratch());
    }
    assertArrayEquals(whole, cut);
    assertArrayEquals(weightGradient(whole, shared, 1), weightGradient(whole, shared, 3));
  }

  /** {@code Σ y·dy} is linear in x and in w, so both gradients give it back. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradients_are_those_of_the_masked_product(boolean shared) {
    float[] dy = normal(ROWS * OUT, 7);
    float[] dx = new float[ROWS * IN];
    Arrays.fill(bias, 0f);
    float[] y = forward(RATE, shared, KEY);
    DropConnectKernel.inputGradient(dy, w, dx, 0, ROWS, IN, OUT, RATE, shared, KEY, scratch);
    double along = dot(y, dy);
    assertEquals(along, dot(x, dx), 1e-4 * Math.abs(along) + 1e-4);
    assertEquals(along, dot(w, weightGradient(dy, shared, 1)), 1e-4 * Math.abs(along) + 1e-4);
  }

  private float[] weightGradient(float[] dy, boolean shared, int parts) {
    float[] dw = new float[IN * OUT];
    for (int part = 0; part < parts; part++) {
      DropConnectKernel.weightGradient(
          x,
          dy,
          ROWS,
          IN,
          OUT,
          RATE,
          shared,
          KEY,
          (panel, offset, count, s) -> System.arraycopy(panel, 0, dw, offset, count),
          part,
          parts,
          scratch);
    }
    return dw;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void smooth_activations_have_their_expectation() {
    check(Tanh::forward, Math::tanh, 1e-5);
    check(Softplus::forward, u -> Math.log1p(Math.exp(u)), 1e-5);
  }

  @Test
  void activations_with_a_kink_are_within_a_share_of_the_deviation() {
    check(
        (a, b, from, to, n, s) -> Elu.forward(a, b, from, to, n, 1f, s),
        u -> u > 0 ? u : Math.expm1(u),
        2e-3);
  }

  private void check(RowFunction activation, DoubleUnaryOperator exact, double tolerance) {
    float[] y = plain();
    float[] means = y.clone();
    ExpectedActivation.of(x, w, new float[] {RATE}, y, 0, ROWS, IN, OUT, activation, scratch);
    for (int i = 0; i < y.length; i++) {
      double deviation = Math.sqrt(variance(i / OUT, i % OUT, RATE));
      assertEquals(expected(exact, means[i], deviation), y[i], tolerance * (1 + deviation));
    }
  }

  @Test
  void rectifiers_have_their_expectation_in_closed_form() {
    float[] y = plain();
    float[] means = y.clone();
    ExpectedActivation.leakyRelu(x, w, new float[] {RATE}, y, 0, ROWS, IN, OUT, 0.2f, scratch);
    for (int i = 0; i < y.length; i++) {
      double deviation = Math.sqrt(variance(i / OUT, i % OUT, RATE));
      double exact = expected(u -> u > 0 ? u : 0.2 * u, means[i], deviation);
      assertEquals(exact, y[i], 1e-5 * (1 + deviation));
    }
  }

  @Test
  void at_rate_0_the_activation_itself_is_computed() {
    float[] expected = plain();
    Tanh.forward(expected, expected, 0, ROWS, OUT, scratch);
    float[] y = plain();
    ExpectedActivation.of(x, w, new float[1], y, 0, ROWS, IN, OUT, Tanh::forward, scratch);
    assertArrayEquals(expected, y);
    float[] rectified = plain();
    ExpectedActivation.relu(x, w, new float[1], rectified, 0, ROWS, IN, OUT, scratch);
    float[] means = plain();
    for (int i = 0; i < means.length; i++) {
      assertEquals(Math.max(0, means[i]), rectified[i]);
    }
  }

  /** The trapezoidal rule on a fine grid over 12 deviations. */
  private static double expected(DoubleUnaryOperator f, double mean, double deviation) {
    double sum = 0;
    double total = 0;
    for (int i = -6000; i <= 6000; i++) {
      double place = i / 500.0;
      double density = Math.exp(-place * place / 2);
      sum += density * f.applyAsDouble(mean + deviation * place);
      total += density;
    }
    return sum / total;
  }
}
