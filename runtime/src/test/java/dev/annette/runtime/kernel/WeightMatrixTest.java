package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.vector.VectorKernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products without zeros against one chain of fused multiply-adds over all of them, bit by bit. */
class WeightMatrixTest {
  private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100};
  private static final int[] ROWS = {1, 2, 5, 8, 9, 64, 67};
  private static final double[] DENSITIES = {0, 0.01, 0.05, 0.15, 0.5, 0.9, 1};

  private final Scratch scratch = new Scratch();
  private final Random random = new Random(1);

  /** Numbers of both signs and all magnitudes, both zeros, and the smallest that there are. */
  private float number() {
    return switch (random.nextInt(10)) {
      case 0 -> 0f;
      case 1 -> -0f;
      case 2 -> Float.MIN_VALUE;
      case 3 -> -Float.MIN_VALUE;
      case 4 -> (float) (random.nextGaussian() * 1e-25);
      default -> (float) random.nextGaussian();
    };
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number();
    }
    return numbers;
  }

  /** Returns weights of which about a share is not 0; whole inputs and units may be 0. */
  private float[] weights(int in, int out, double density, boolean grouped) {
    float[] weights = new float[in * out];
    boolean[] inputs = new boolean[in];
    boolean[] units = new boolean[out];
    for (int k = 0; k < in; k++) {
      inputs[k] = !grouped || random.nextInt(3) > 0;
    }
    for (int j = 0; j < out; j++) {
      units[j] = !grouped || random.nextInt(3) > 0;
    }
    for (int i = 0; i < weights.length; i++) {
      boolean kept = inputs[i / out] && units[i % out] && random.nextDouble() < density;
      weights[i] = kept ? number() : random.nextBoolean() ? 0f : -0f;
    }
    return weights;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void every_product_has_the_bits_of_all_terms(boolean grouped) {
    for (int size : SIZES) {
      for (double density : DENSITIES) {
        int other = SIZES[random.nextInt(SIZES.length)];
        compare(size, other, density, grouped);
        compare(other, size, density, grouped);
      }
    }
  }

  private void compare(int in, int out, double density, boolean grouped) {
    float[] w = weights(in, out, density, grouped);
    int rows = ROWS[random.nextInt(ROWS.length)];
    float[] x = numbers((rows + 2) * in);
    float[] bias = random.nextInt(4) == 0 ? null : numbers(out);
    WeightMatrix matrix = WeightMatrix.of(w, in, out, true);
    String shape = rows + " rows, [" + in + ", " + out + "], density " + density;
    assertSameBits(shape, matrix, new SparseProduct(w, in, out), x, w, bias, rows, in, out);
    assertSameBits(shape, matrix, new CompactProduct(w, in, out), x, w, bias, rows, in, out);
    float[] chosen = new float[(rows + 2) * out];
    matrix.forward(x, bias, chosen, 1, rows + 1, scratch);
    assertBits(shape, expected(x, w, bias, rows, in, out), chosen);
  }

  private void assertSameBits(
      String shape,
      WeightMatrix matrix,
      ZeroSkipping product,
      float[] x,
      float[] w,
      float[] bias,
      int rows,
      int in,
      int out) {
    float[] y = new float[(rows + 2) * out];
    matrix.forward(product, x, bias, y, 1, rows + 1, scratch);
    assertBits(shape, expected(x, w, bias, rows, in, out), y);
  }

  /** Returns the rows from 1 to below rows + 1; those around them are 0. */
  private static float[] expected(float[] x, float[] w, float[] bias, int rows, int in, int out) {
    float[] y = new float[(rows + 2) * out];
    for (int r = 1; r <= rows; r++) {
      for (int j = 0; j < out; j++) {
        float sum = bias == null ? 0 : bias[j];
        for (int k = 0; k < in; k++) {
          sum = Math.fma(x[r * in + k], w[k * out + j], sum);
        }
        y[r * out + j] = sum;
      }
    }
    return y;
  }

  private static void assertBits(String shape, float[] expected, float[] found) {
    assertArrayEquals(bits(expected), bits(found), shape);
  }

  /** All that is not a number counts as one. */
  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[i]));
    return bits;
  }

  /** {@code −0 + 1·0 = +0}, but {@code −0 + (−1)·0 = −0}. */
  @Test
  void the_sign_of_a_zero_depends_on_terms_that_are_left_out() {
    float[] w = new float[10];
    float[] bias = {-0f};
    WeightMatrix matrix = WeightMatrix.of(w, 10, 1, true);
    float[] negative = new float[10];
    Arrays.fill(negative, -1);
    float[] mixed = negative.clone();
    mixed[6] = 1;
    float[] y = new float[1];
    for (ZeroSkipping product :
        new ZeroSkipping[] {new SparseProduct(w, 10, 1), new CompactProduct(w, 10, 1)}) {
      matrix.forward(product, negative, bias, y, 0, 1, scratch);
      assertEquals(Float.floatToIntBits(-0f), Float.floatToIntBits(y[0]));
      matrix.forward(product, mixed, bias, y, 0, 1, scratch);
      assertEquals(0, Float.floatToIntBits(y[0]));
    }
  }

  /** A product too small for a float rounds to −0, and the next term left out makes it +0. */
  @Test
  void a_sum_that_vanishes_takes_its_sign_from_all_terms() {
    float[] w = {1e-30f, 0};
    float[] y = new float[1];
    WeightMatrix matrix = WeightMatrix.of(w, 2, 1, true);
    matrix.forward(new SparseProduct(w, 2, 1), new float[] {-1e-30f, 1}, null, y, 0, 1, scratch);
    assertEquals(0, Float.floatToIntBits(y[0]));
    matrix.forward(new SparseProduct(w, 2, 1), new float[] {-1e-30f, -1}, null, y, 0, 1, scratch);
    assertEquals(Float.floatToIntBits(-0f), Float.floatToIntBits(y[0]));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN})
  void what_is_not_finite_meets_every_zero(float odd) {
    float[] w = weights(40, 30, 0.05, true);
    for (int k = 0; k < 40; k++) {
      w[k * 30 + 29] = 0;
    }
    WeightMatrix matrix = WeightMatrix.of(w, 40, 30, true);
    for (int place = 0; place < 40; place++) {
      for (int rows : ROWS) {
        float[] x = Providers.numbers(place, (rows + 2) * 40);
        x[(rows / 2 + 1) * 40 + place] = odd;
        float[] expected = expected(x, w, null, rows, 40, 30);
        assertTrue(Float.isNaN(expected[(rows / 2 + 1) * 30 + 29]));
        float[] y = new float[(rows + 2) * 30];
        matrix.forward(x, null, y, 1, rows + 1, scratch);
        assertBits(rows + " rows", expected, y);
      }
    }
  }

  @Test
  void sums_that_overflow_stay_as_they_are() {
    float[] w = weights(33, 17, 0.3, false);
    float[] x = numbers(9 * 33);
    for (int i = 0; i < x.length; i += 3) {
      x[i] = 3e38f;
    }
    for (int i = 0; i < w.length; i++) {
      w[i] *= 1e4f;
    }
    WeightMatrix matrix = WeightMatrix.of(w, 33, 17, true);
    assertSameBits("overflow", matrix, new SparseProduct(w, 33, 17), x, w, null, 7, 33, 17);
    assertSameBits("overflow", matrix, new CompactProduct(w, 33, 17), x, w, null, 7, 33, 17);
  }

  @Test
  void zeros_are_left_out_where_that_is_faster() {
    float[] few = weights(200, 200, 0.01, false);
    assertInstanceOf(SparseProduct.class, WeightMatrix.of(few, 200, 200, true).product(1));
    assertInstanceOf(SparseProduct.class, WeightMatrix.of(few, 200, 200, true).product(64));
    assertNull(WeightMatrix.of(few, 200, 200, false).product(1));
    float[] most = weights(200, 200, 0.9, false);
    assertNull(WeightMatrix.of(most, 200, 200, true).product(1));
    for (int k = 0; k < 200; k += 2) {
      Arrays.fill(most, k * 200, (k + 1) * 200, 0);
    }
    assertInstanceOf(CompactProduct.class, WeightMatrix.of(most, 200, 200, true).product(1));
    assertEquals(100 * 200, new CompactProduct(most, 200, 200).size());
  }

  @Test
  void weights_are_packed_once_for_each_provider_that_wants_them_so() {
    WeightMatrix matrix = WeightMatrix.of(weights(40, 100, 1, false), 40, 100, false);
    Kernels vector = new VectorKernels();
    assertNull(matrix.packed(vector, 7));
    float[] packed = matrix.packed(vector, 8);
    assertNotNull(packed);
    assertSame(packed, matrix.packed(vector, 1000));
    assertNull(matrix.packed(new ScalarKernels(), 1000));
    assertNotSame(packed, matrix.packed(new VectorKernels(), 1000));
  }

  @Test
  void what_is_packed_takes_4_megabytes_at_most() {
    assertTrue(isPacked(1024, 1024));
    assertFalse(isPacked(1025, 1024));
    assertFalse(isPacked(200_000, 5));
  }

  private static boolean isPacked(int in, int out) {
    WeightMatrix matrix = WeightMatrix.of(new float[in * out], in, out, false);
    return matrix.packed(new VectorKernels(), 1000) != null;
  }

  @Test
  void threads_that_predict_with_the_same_weights_see_all_of_them() throws Exception {
    int in = 200;
    int out = 100;
    float[] w = numbers(in * out);
    Kernels vector = new VectorKernels();
    float[] expected = WeightMatrix.of(w, in, out, false).packed(vector, 8);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 300; i++) {
        WeightMatrix matrix = WeightMatrix.of(w, in, out, false);
        Callable<float[]> packing =
            () -> {
              start.await(10, TimeUnit.SECONDS);
              return matrix.packed(vector, 8).clone();
            };
        for (Future<float[]> packed : List.of(pool.submit(packing), pool.submit(packing))) {
          assertArrayEquals(expected, packed.get(10, TimeUnit.SECONDS));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 131, 150, 255, 512})
  void a_row_whose_inputs_are_0_has_the_bits_of_all_terms(int out) {
    for (double density : DENSITIES) {
      for (int in : new int[] {1, 5, 16, 33, 300}) {
        float[] w = weights(in, out, 0.9, true);
        float[] x = numbers(3 * in);
        for (int i = 0; i < x.length; i++) {
          x[i] = random.nextDouble() < density ? x[i] : random.nextBoolean() ? 0f : -0f;
        }
        float[] bias = random.nextInt(4) == 0 ? null : numbers(out);
        float[] y = new float[3 * out];
        WeightMatrix.of(w, in, out, false).forward(x, bias, y, 1, 2, scratch);
        assertBits(in + " inputs", expected(x, w, bias, 1, in, out), y);
      }
    }
  }

  @Test
  void inputs_that_are_0_are_left_out_of_one_row_if_there_are_enough_of_them() {
    float[] x = numbers(1000);
    Arrays.fill(x, 0, 200, 0f);
    Arrays.fill(x, 200, 1000, 1f);
    assertFalse(NonzeroInputs.pay(x, 0, 1000));
    Arrays.fill(x, 200, 300, -0f);
    assertTrue(NonzeroInputs.pay(x, 0, 1000));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN})
  void inputs_that_are_0_meet_weights_that_are_not_finite(float odd) {
    float[] w = weights(40, 128, 0.9, false);
    w[7 * 128 + 3] = odd;
    float[] x = new float[3 * 40];
    float[] y = new float[3 * 128];
    WeightMatrix.of(w, 40, 128, false).forward(x, null, y, 1, 2, scratch);
    assertTrue(Float.isNaN(y[128 + 3]));
    assertBits("not finite", expected(x, w, null, 1, 40, 128), y);
  }
}
