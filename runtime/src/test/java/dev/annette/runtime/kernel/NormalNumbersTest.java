package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.random.CounterRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normal numbers for elements: which they are, that providers agree, and how they spread. */
class NormalNumbersTest {
  private static final long KEY = 0x123456789ABCDEFL;
  private static final int COUNT = 1 << 20;

  /** What the class states that rounding moves a number by. */
  private static final double ROUNDING = 5e-7;

  private static final float[] DRAWN = drawn(KEY, COUNT);

  private final Scratch scratch = new Scratch();

  static Stream<Kernels> all() {
    return Providers.all();
  }

  private static float[] drawn(long key, int count) {
    float[] numbers = new float[count];
    NormalNumbers.write(numbers, 0, count, 0, 1, key, new Scratch());
    return numbers;
  }

  /** Computed once and written down: a model trained with a seed must train the same for ever. */
  @Test
  void numbers_never_change() {
    assertArrayEquals(
        new float[] {-0.1949578f, -0.09189257f}, new float[] {DRAWN[0], DRAWN[COUNT - 1]});
  }

  @Test
  void an_elements_number_is_that_of_its_words() {
    for (int e = 0; e < COUNT; e++) {
      long block = CounterRandom.block(KEY, e / 32 * 16 + e % 16);
      assertEquals(exact((int) block, (int) (block >>> 32), e), DRAWN[e], ROUNDING);
    }
  }

  /** Returns the number of an element in double precision. */
  private static double exact(int first, int second, int element) {
    double u = ((first >>> 1) + 0.5) / (1L << 31);
    double angle = 2 * Math.PI * second / (1L << 32);
    boolean isCosine = element / 16 % 2 == 0;
    return Math.sqrt(-2 * Math.log(u)) * (isCosine ? Math.cos(angle) : Math.sin(angle));
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_at_their_limits_give_their_numbers_too(Kernels kernels) {
    int[] limits = {
      0,
      1,
      2,
      -1,
      -2,
      1 << 29,
      (1 << 29) - 1,
      1 << 30,
      3 << 29,
      1 << 31,
      (1 << 31) - 1,
      -1 << 29,
      0xAAAAAA80,
      0xAAAAAAC0,
      0x55555555,
      12345
    };
    int[] first = new int[limits.length * limits.length];
    int[] second = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = limits[i / limits.length];
      second[i] = limits[i % limits.length];
    }
    float[] y = new float[2 * first.length];
    kernels.normals(first, second, first.length / NormalNumbers.COUNTERS, 0, 1, y, 0);
    for (int e = 0; e < y.length; e++) {
      int word = e / 32 * 16 + e % 16;
      assertEquals(exact(first[word], second[word], e), y[e], ROUNDING, "element " + e);
    }
  }

  @Test
  void providers_give_the_same_bits() {
    int blocks = COUNT / NormalNumbers.BLOCK;
    int[] first = new int[COUNT / 2];
    int[] second = new int[COUNT / 2];
    CounterRandom.blocks(KEY, 0, first, second, COUNT / 2);
    all()
        .forEach(
            kernels -> {
              float[] y = new float[COUNT + 5];
              kernels.normals(first, second, blocks, 0, 1, y, 5);
              assertArrayEquals(DRAWN, Arrays.copyOfRange(y, 5, y.length), kernels.name());
              kernels.normals(first, second, blocks, 1, 0.5f, y, 0);
              for (int e = 0; e < COUNT; e++) {
                assertEquals(Math.fma(0.5f, DRAWN[e], 1), y[e], kernels.name());
              }
            });
  }

  @Test
  void a_number_does_not_depend_on_how_elements_are_cut() {
    int count = 1100;
    for (int size : Providers.SIZES) {
      float[] cut = new float[count];
      for (int first = 0; first < count; first += size) {
        NormalNumbers.write(cut, first, Math.min(size, count - first), 0, 1, KEY, scratch);
      }
      assertArrayEquals(Arrays.copyOf(DRAWN, count), cut, () -> "pieces of " + size);
    }
  }

  @Test
  void nothing_outside_the_range_is_written() {
    float[] y = new float[300];
    NormalNumbers.write(y, 70, 150, 3, 0, KEY, scratch);
    NormalNumbers.write(y, 290, 0, 3, 0, KEY, scratch);
    for (int i = 0; i < y.length; i++) {
      assertEquals(i >= 70 && i < 220 ? 3 : 0, y[i], "element " + i);
    }
  }

  /** Of n numbers the mean of zᵏ deviates √((E z²ᵏ − (E zᵏ)²)/n); the even moments are 1·3·5·…. */
  @Test
  void moments_are_those_of_the_normal_distribution() {
    double[] moments = {1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395};
    for (int k = 1; k <= 6; k++) {
      double sum = 0;
      for (float z : DRAWN) {
        sum += Math.pow(z, k);
      }
      double deviation = Math.sqrt((moments[2 * k] - moments[k] * moments[k]) / COUNT);
      assertEquals(moments[k], sum / COUNT, 4 * deviation, "moment " + k);
    }
  }

  /** Kolmogorov and Smirnov: the largest distance stays below 1.95/√n in 999 of 1000 samples. */
  @Test
  void the_distribution_is_the_normal_one() {
    float[] sorted = DRAWN.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < COUNT; i++) {
      double share = FloatMath.normalDistribution(sorted[i]);
      largest = Math.max(largest, Math.abs(share - (i + 0.5) / COUNT));
    }
    assertTrue(largest < 1.95 / Math.sqrt(COUNT), "off by " + largest);
  }

  /** What lies beyond 3, 4 and 4.5, on either side: as often as it should, within 4 deviations. */
  @Test
  void the_tails_are_there() {
    double[] bounds = {3, 4, 4.5};
    double[] shares = {1.3498980316301e-3, 3.1671241833120e-5, 3.3976731247301e-6};
    float[] many = drawn(KEY + 1, 1 << 23);
    for (int i = 0; i < bounds.length; i++) {
      int above = 0;
      int below = 0;
      for (float z : many) {
        above += z > bounds[i] ? 1 : 0;
        below += z < -bounds[i] ? 1 : 0;
      }
      double expected = shares[i] * many.length;
      assertEquals(expected, above, 4 * Math.sqrt(expected), "above " + bounds[i]);
      assertEquals(expected, below, 4 * Math.sqrt(expected), "below " + bounds[i]);
    }
  }

  /** The two numbers of a block, neighbours, and elements of other keys: alone and squared. */
  @Test
  void numbers_are_independent() {
    float[] other = drawn(KEY ^ 1, COUNT);
    for (int lag : new int[] {1, 16, 32, 512}) {
      float[] shifted = Arrays.copyOfRange(DRAWN, lag, COUNT + lag);
      assertUncorrelated(shifted, COUNT - lag, "lag " + lag);
    }
    assertUncorrelated(other, COUNT, "another key");
  }

  private static void assertUncorrelated(float[] other, int count, String what) {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      products += DRAWN[i] * other[i];
      squares += (DRAWN[i] * DRAWN[i] - 1.0) * (other[i] * other[i] - 1.0);
    }
    double deviation = Math.sqrt(1.0 / count);
    assertEquals(0, products / count, 4 * deviation, what);
    assertEquals(0, squares / count, 4 * 2 * deviation, what + ", squares");
  }
}
