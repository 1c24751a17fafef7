package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.vector.VectorKernels;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products of matrices that are mostly 0, where the vector kernels leave zeros out, against plain
 * ones that do not: the same bits, whatever the zeros are multiplied with.
 */
class ZerosLeftOutTest {
  private static final Kernels PLAIN = new ScalarKernels();
  private static final Kernels VECTOR = new VectorKernels();

  /** Shapes {@code {rows, in, out}} that are worth it, with whole panels, rests and blocks. */
  private static final int[][] SHAPES = {
    {128, 512, 512},
    {100, 333, 300},
    {300, 130, 257},
    {64, 784, 512},
    {129, 64, 1100},
    {129, 128, 1100}
  };

  /** Shares of elements that are not 0: none, few, about as many as pay, twice too many, all. */
  private static final double[] SHARES = {0, 0.05, 0.25, 0.32, 0.5, 1};

  private final Scratch scratch = new Scratch();

  static Stream<Arguments> cases() {
    return Stream.of(SHAPES)
        .flatMap(
            s ->
                IntStream.range(0, SHARES.length)
                    .mapToObj(i -> Arguments.of(s[0], s[1], s[2], SHARES[i])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void zeros_that_are_left_out_change_no_bit(int rows, int in, int out, double share) {
    float[] x = sparse(rows * in, share, 1);
    float[] dy = sparse(rows * out, share, 2);
    requireSame(x, dy, Providers.numbers(3, in * out), Providers.numbers(4, out), rows, in, out);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void zeros_of_sums_keep_their_signs(int rows, int in, int out, double share) {
    // products too small for a float round to −0, which a later term of +0 turns into +0
    float[] x = scaled(sparse(rows * in, share, 1), 1e-30f);
    float[] dy = scaled(sparse(rows * out, share, 2), -1e-30f);
    float[] w = scaled(Providers.numbers(3, in * out), 1e-30f);
    float[] bias = new float[out];
    for (int j = 0; j < out; j += 3) {
      bias[j] = -0f;
    }
    requireSame(x, dy, w, bias, rows, in, out);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void zero_times_infinity_is_not_left_out(int rows, int in, int out, double share) {
    float[] x = sparse(rows * in, share, 1);
    float[] dy = sparse(rows * out, share, 2);
    for (float wrong : new float[] {Float.POSITIVE_INFINITY, Float.NaN}) {
      for (int place : new int[] {0, in * out / 2, in * out - 1}) {
        float[] w = Providers.numbers(3, in * out);
        w[place] = wrong;
        requireSame(x, dy, w, Providers.numbers(4, out), rows, in, out);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void infinity_is_listed_and_nothing_that_it_meets_is_left_out(
      int rows, int in, int out, double share) {
    float[] x = sparse(rows * in, share, 1);
    float[] dy = sparse(rows * out, share, 2);
    x[rows * in / 3] = Float.NEGATIVE_INFINITY;
    dy[rows * out / 4] = Float.NaN;
    requireSame(x, dy, Providers.numbers(3, in * out), Providers.numbers(4, out), rows, in, out);
  }

  @Test
  void a_sample_that_sees_only_zeros_does_not_mislead() {
    int rows = 128;
    int side = 512;
    float[] x = Providers.numbers(1, rows * side);
    float[] dy = Providers.numbers(2, rows * side);
    for (int i = 0; i < x.length; i++) {
      if (i % rows == i / side) { // where samples are taken
        x[i] = 0;
        dy[i] = 0;
      }
    }
    requireSame(x, dy, Providers.numbers(3, side * side), null, rows, side, side);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rows_lie_apart_and_nothing_between_is_touched(int rows, int in, int out, double share) {
    float[] x = sparse(3 + rows * (in + 5), share, 1);
    float[] dy = sparse(7 + rows * (out + 2), share, 2);
    float[] w = Providers.numbers(3, in * out);
    assertArrayEquals(
        apart(
            rows,
            out,
            12345,
            y -> PLAIN.forward(x, 3, in + 5, w, null, y, 1, out + 4, rows, in, out, scratch)),
        apart(
            rows,
            out,
            12345,
            y -> VECTOR.forward(x, 3, in + 5, w, null, y, 1, out + 4, rows, in, out, scratch)));
    assertArrayEquals(
        apart(
            rows,
            in,
            54321,
            dx -> PLAIN.inputGradient(dy, 7, out + 2, w, dx, 1, in + 4, rows, in, out, scratch)),
        apart(
            rows,
            in,
            54321,
            dx -> VECTOR.inputGradient(dy, 7, out + 2, w, dx, 1, in + 4, rows, in, out, scratch)));
  }

  /** Returns the bits of rows 4 elements apart, after an element, and of what is between them. */
  private static int[] apart(int rows, int columns, float guard, Consumer<float[]> write) {
    float[] array = new float[1 + rows * (columns + 4)];
    Arrays.fill(array, guard);
    write.accept(array);
    return bits(array);
  }

  private void requireSame(
      float[] x, float[] dy, float[] w, float[] bias, int rows, int in, int out) {
    assertArrayEquals(
        forward(PLAIN, x, w, bias, rows, in, out), forward(VECTOR, x, w, bias, rows, in, out));
    assertArrayEquals(
        inputGradient(PLAIN, dy, w, rows, in, out), inputGradient(VECTOR, dy, w, rows, in, out));
    int parts = 2;
    for (int part = 0; part < parts; part++) {
      assertArrayEquals(
          weightGradient(PLAIN, x, dy, rows, in, out, part, parts),
          weightGradient(VECTOR, x, dy, rows, in, out, part, parts));
    }
  }

  private int[] forward(
      Kernels kernels, float[] x, float[] w, float[] bias, int rows, int in, int out) {
    float[] y = new float[rows * out];
    kernels.forward(x, 0, in, w, bias, y, 0, out, rows, in, out, scratch);
    int size = kernels.packedWeightsSize(rows, in, out);
    if (size > 0) {
      float[] packed = new float[size];
      kernels.packWeights(w, in, out, packed);
      float[] again = new float[rows * out];
      kernels.forward(x, 0, in, w, packed, bias, again, 0, out, rows, in, out, scratch);
      assertArrayEquals(bits(y), bits(again), "packed");
    }
    return bits(y);
  }

  private int[] inputGradient(Kernels kernels, float[] dy, float[] w, int rows, int in, int out) {
    float[] dx = new float[rows * in];
    kernels.inputGradient(dy, 0, out, w, dx, 0, in, rows, in, out, scratch);
    return bits(dx);
  }

  private int[] weightGradient(
      Kernels kernels, float[] x, float[] dy, int rows, int in, int out, int part, int parts) {
    float[] dw = new float[in * out];
    DenseKernel.weightGradient(
        kernels,
        x,
        dy,
        rows,
        in,
        out,
        (panel, offset, count, s) -> System.arraycopy(panel, 0, dw, offset, count),
        part,
        parts,
        scratch);
    return bits(dw);
  }

  /** Returns bits, with one pattern for all NaN. */
  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToIntBits(numbers[i]);
    }
    return bits;
  }

  private static float[] sparse(int count, double share, long seed) {
    float[] numbers = Providers.numbers(seed, count);
    Random random = new Random(seed);
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (random.nextDouble() >= share) {
        numbers[i] = random.nextBoolean() ? 0f : -0f;
      } else {
        left++;
      }
    }
    assertTrue(Math.abs(left - share * count) < 0.02 * count);
    return numbers;
  }

  private static float[] scaled(float[] numbers, float factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
    return numbers;
  }
}
