package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.runtime.random.CounterRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutKernelTest {
  private static final long KEY = 0x123456789ABCDEFL;
  private final Scratch scratch = new Scratch();

  static Stream<Kernels> all() {
    return Providers.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_elements_bits_are_its_quarter_of_a_random_block(Kernels kernels) {
    float[] mask = new float[1000];
    kernels.dropoutMask(mask, 0, mask.length, 20000, 3, KEY, scratch);
    for (int e = 0; e < mask.length; e++) {
      long block = CounterRandom.block(KEY, e / 64 * 16 + e % 16);
      int bits = (int) (block >>> 16 * (e / 16 % 4)) & 0xFFFF;
      assertEquals(bits < 20000 ? 0 : 3, mask[e], "element " + e);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_mask_does_not_depend_on_how_it_is_cut(Kernels kernels) {
    int count = 1100;
    float[] whole = new float[count];
    kernels.dropoutMask(whole, 0, count, 32768, 2, KEY, scratch);
    for (int size : Providers.SIZES) {
      float[] cut = new float[count];
      for (int first = 0; first < count; first += size) {
        kernels.dropoutMask(cut, first, Math.min(size, count - first), 32768, 2, KEY, scratch);
      }
      assertArrayEquals(whole, cut, () -> "pieces of " + size);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_outside_the_range_is_written(Kernels kernels) {
    float[] mask = new float[300];
    Arrays.fill(mask, -1);
    kernels.dropoutMask(mask, 70, 150, 0, 1, KEY, scratch);
    for (int i = 0; i < mask.length; i++) {
      assertEquals(i >= 70 && i < 220 ? 1 : -1, mask[i], "element " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 0.2f, 0.5f, 0.8f})
  void dropout_keeps_the_expectation_and_drops_its_rate(float rate) {
    int rows = 500;
    int units = 400;
    int count = rows * units;
    float[] mask = new float[count];
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    float[] y = new float[count];
    DropoutKernel.forward(ones, mask, y, 0, rows, units, rate, KEY, scratch);
    double sum = 0;
    int dropped = 0;
    for (float v : y) {
      sum += v;
      dropped += v == 0 ? 1 : 0;
    }
    double deviation = Math.sqrt(rate * (1 - rate) / count);
    assertEquals(rate, dropped / (double) count, 4 * deviation);
    assertEquals(1, sum / count, 4 * deviation / (1 - rate));
    assertArrayEquals(mask, y);
  }

  @Test
  void the_multiplier_belongs_to_the_rounded_rate() {
    float[] x = new float[64];
    float[] drawn = new float[64];
    DropoutKernel.forward(x, drawn, x, 0, 1, 64, 0.3f, KEY, scratch);
    int dropped = Math.round(0.3f * 65536);
    for (float v : drawn) {
      assertEquals(v == 0 ? 0 : 65536f / (65536 - dropped), v);
    }
  }

  @Test
  void a_rate_of_0_keeps_everything_as_it_is() {
    float[] x = Providers.numbers(1, 200);
    float[] y = new float[200];
    DropoutKernel.forward(x, new float[200], y, 0, 2, 100, 0, KEY, scratch);
    assertArrayEquals(x, y);
  }

  @Test
  void a_rate_just_below_1_stays_finite() {
    float[] x = Providers.numbers(1, 6400);
    DropoutKernel.forward(x, new float[6400], x, 0, 64, 100, Math.nextDown(1f), KEY, scratch);
    for (float v : x) {
      assertEquals(true, Float.isFinite(v));
    }
  }

  @Test
  void backward_multiplies_the_gradient_of_its_rows_by_their_masks() {
    float[] mask = {0, 2, 2, 0, 2, 0};
    float[] gradient = {1, 2, 3, 4, 5, 6};
    DropoutKernel.backward(mask, gradient, 1, 3, 2);
    assertArrayEquals(new float[] {1, 2, 6, 0, 10, 0}, gradient);
  }
}
