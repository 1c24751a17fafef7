package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaDropoutKernelTest {
  private static final long KEY = 0x123456789ABCDEFL;
  private static final double ALPHA = 1.6732632423543772;
  private static final double SCALE = 1.0507009873554805;
  private static final int COUNT = 1 << 18;

  private final Scratch scratch = new Scratch();
  private final float[] mask = new float[COUNT];
  private final float[] y = new float[COUNT];

  /**
   * Keras, of a mask that is 1 for kept units: {@code a = ((1 − rate)·(1 + rate·α′²))^−½}, {@code b
   * = −a·α′·rate}, {@code a·(x·mask + α′·(1 − mask)) + b}, with α′ = −α·scale. Rates here are
   * multiples of 1/65536, so they are not rounded.
   */
  @ParameterizedTest
  @ValueSource(floats = {0.0625f, 0.25f, 0.5f, 0.875f})
  void it_is_the_formula_of_keras(float rate) {
    float[] x = Providers.numbers(1, COUNT);
    AlphaDropoutKernel.forward(x, mask, y, 0, 64, COUNT / 64, rate, KEY, scratch);
    double floor = -ALPHA * SCALE;
    double a = Math.pow((1 - rate) * (1 + rate * floor * floor), -0.5);
    double b = -a * floor * rate;
    int dropped = 0;
    for (int i = 0; i < COUNT; i++) {
      int kept = mask[i] == 0 ? 0 : 1;
      dropped += 1 - kept;
      assertEquals(kept * a, mask[i], 1e-7 * a);
      assertEquals(a * (x[i] * kept + floor * (1 - kept)) + b, y[i], 1e-6 * a);
    }
    double deviation = Math.sqrt(rate * (1 - rate) / COUNT);
    assertEquals(rate, dropped / (double) COUNT, 4 * deviation);
  }

  /** Of units x with mean 0 and variance 1, such as SELU gives; n of them deviate by √(…/n). */
  @ParameterizedTest
  @ValueSource(floats = {0.05f, 0.1f, 0.5f})
  void mean_0_and_variance_1_are_kept(float rate) {
    float[] x = new float[COUNT];
    NormalNumbers.write(x, 0, COUNT, 0, 1, KEY + 1, scratch);
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) Activation.SELU.value(x[i], 0);
    }
    double[] before = meanAndVariance(x);
    assertEquals(0, before[0], 0.01);
    assertEquals(1, before[1], 0.01);
    AlphaDropoutKernel.forward(x, mask, y, 0, 64, COUNT / 64, rate, KEY, scratch);
    double[] after = meanAndVariance(y);
    assertEquals(0, after[0], 0.01);
    assertEquals(1, after[1], 0.01);
    DropoutKernel.forward(x, mask, y, 0, 64, COUNT / 64, rate, KEY, scratch);
    assertTrue(meanAndVariance(y)[1] > 1 + 0.9 * rate, "dropout makes the variance larger");
  }

  private static double[] meanAndVariance(float[] x) {
    double sum = 0;
    double squares = 0;
    for (float v : x) {
      sum += v;
      squares += (double) v * v;
    }
    double mean = sum / x.length;
    return new double[] {mean, squares / x.length - mean * mean};
  }

  @Test
  void a_rate_of_0_keeps_everything_as_it_is() {
    float[] x = Providers.numbers(1, 200);
    float[] same = new float[200];
    AlphaDropoutKernel.forward(x, mask, same, 0, 2, 100, 0, KEY, scratch);
    assertArrayEquals(x, same);
  }

  @Test
  void a_rate_just_below_1_stays_finite() {
    float[] x = Providers.numbers(1, 6400);
    AlphaDropoutKernel.forward(x, mask, x, 0, 64, 100, Math.nextDown(1f), KEY, scratch);
    for (float v : x) {
      assertTrue(Float.isFinite(v));
    }
  }
}
