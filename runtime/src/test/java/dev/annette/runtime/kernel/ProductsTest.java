package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products against one chain of fused multiply-adds an output, bit for bit, at every shape. */
class ProductsTest {
  private static final float GUARD = 12345;

  /** Elements of the scratch that are spoilt before: more than most products take. */
  private static final int LARGEST = 20_000;

  private final Scratch scratch = new Scratch();

  static Stream<Kernels> all() {
    return Providers.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void forward_is_a_chain_from_the_bias_over_ascending_inputs(Kernels kernels) {
    Providers.shapes().forEach(s -> forward(kernels, s[0], s[1], s[2], true));
    Providers.shapes().forEach(s -> forward(kernels, s[0], s[1], s[2], false));
  }

  private void forward(Kernels kernels, int rows, int in, int out, boolean biased) {
    int xStride = in + 3;
    int yStride = out + 2;
    float[] x = Providers.numbers(1, 5 + rows * xStride);
    float[] w = Providers.numbers(2, in * out);
    float[] bias = biased ? Providers.numbers(3, out) : null;
    float[] y = filled(7 + rows * yStride);
    float[] expected = y.clone();
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < out; j++) {
        float sum = biased ? bias[j] : 0;
        for (int k = 0; k < in; k++) {
          sum = Math.fma(x[5 + r * xStride + k], w[k * out + j], sum);
        }
        expected[7 + r * yStride + j] = sum;
      }
    }
    fillScratch();
    kernels.forward(x, 5, xStride, w, bias, y, 7, yStride, rows, in, out, scratch);
    assertArrayEquals(expected, y, () -> shape(rows, in, out));
    // weights that a larger product packed come with a few rows as well
    int size = kernels.packedWeightsSize(Math.max(rows, 100), in, out);
    if (size > 0) {
      float[] packed = new float[size];
      kernels.packWeights(w, in, out, packed);
      Arrays.fill(y, 7, y.length, GUARD);
      fillScratch();
      kernels.forward(x, 5, xStride, w, packed, bias, y, 7, yStride, rows, in, out, scratch);
      assertArrayEquals(expected, y, () -> "packed, " + shape(rows, in, out));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void listed_inputs_of_a_row_are_added_in_their_order(Kernels kernels) {
    for (int out : Providers.SIZES) {
      for (int count : new int[] {0, 1, 3, 4, 6, 29}) {
        addInputs(kernels, count, out);
      }
    }
  }

  private void addInputs(Kernels kernels, int count, int out) {
    int[] inputs = IntStream.range(0, count + 2).map(i -> 2 * i + i % 2).toArray();
    float[] x = Providers.numbers(1, 3 + 2 * inputs.length);
    float[] w = Providers.numbers(2, 2 * inputs.length * out);
    float[] y = Providers.numbers(3, 5 + out + 1);
    float[] expected = y.clone();
    for (int j = 0; j < out; j++) {
      for (int i = 0; i < count; i++) {
        int k = inputs[i];
        expected[5 + j] = Math.fma(x[3 + k], w[k * out + j], expected[5 + j]);
      }
    }
    kernels.addInputs(x, 3, inputs, count, w, y, 5, out, scratch);
    assertArrayEquals(expected, y, () -> shape(1, count, out));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sums_of_one_row_begin_with_0_so_they_are_never_negative_zeros(Kernels kernels) {
    for (int out : Providers.SIZES) {
      float[] dy = new float[out];
      Arrays.fill(dy, -0f);
      float[] packed = new float[kernels.packedSize(1, out)];
      kernels.pack(dy, 1, 5, out, packed, scratch);
      float[] gradient = filled(5 * out);
      kernels.weightGradient(
          new float[] {1, 2, 3, 4, 5}, packed, 1, 5, out, 0, 5, gradient, scratch);
      assertArrayEquals(new float[5 * out], gradient, () -> shape(1, 5, out));
      float[] sums = filled(out);
      kernels.columnSums(dy, 1, out, 0, out, sums);
      assertArrayEquals(new float[out], sums, () -> shape(1, 5, out));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void input_gradient_is_a_chain_over_ascending_outputs(Kernels kernels) {
    Providers.shapes().forEach(s -> inputGradient(kernels, s[0], s[1], s[2]));
  }

  private void inputGradient(Kernels kernels, int rows, int in, int out) {
    int dyStride = out + 1;
    int dxStride = in + 4;
    float[] dy = Providers.numbers(4, 3 + rows * dyStride);
    float[] w = Providers.numbers(5, in * out);
    float[] dx = filled(2 + rows * dxStride);
    float[] expected = dx.clone();
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < in; k++) {
        float sum = 0;
        for (int j = 0; j < out; j++) {
          sum = Math.fma(dy[3 + r * dyStride + j], w[k * out + j], sum);
        }
        expected[2 + r * dxStride + k] = sum;
      }
    }
    fillScratch();
    kernels.inputGradient(dy, 3, dyStride, w, dx, 2, dxStride, rows, in, out, scratch);
    assertArrayEquals(expected, dx, () -> shape(rows, in, out));
  }

  @ParameterizedTest
  @MethodSource("all")
  void weight_gradient_is_a_chain_over_ascending_rows(Kernels kernels) {
    Providers.shapes().forEach(s -> weightGradient(kernels, s[0], s[1], s[2]));
  }

  private void weightGradient(Kernels kernels, int rows, int in, int out) {
    float[] x = Providers.numbers(6, rows * in);
    float[] dy = Providers.numbers(7, rows * out);
    int kFrom = in / 3;
    float[] expected = filled((in - kFrom) * out + 1);
    for (int k = kFrom; k < in; k++) {
      for (int j = 0; j < out; j++) {
        float sum = 0;
        for (int r = 0; r < rows; r++) {
          sum = Math.fma(x[r * in + k], dy[r * out + j], sum);
        }
        expected[(k - kFrom) * out + j] = sum;
      }
    }
    fillScratch();
    float[] packed = new float[kernels.packedSize(rows, out)];
    kernels.pack(dy, rows, in, out, packed, scratch);
    float[] panel = filled((in - kFrom) * out + 1);
    kernels.weightGradient(x, packed, rows, in, out, kFrom, in, panel, scratch);
    assertArrayEquals(expected, panel, () -> shape(rows, in, out));
  }

  @ParameterizedTest
  @MethodSource("all")
  void column_sums_ascend_over_rows(Kernels kernels) {
    for (int columns : Providers.SIZES) {
      float[] a = Providers.numbers(8, 13 * columns);
      int first = columns / 4;
      float[] expected = filled(columns - first + 1);
      for (int j = first; j < columns; j++) {
        float sum = 0;
        for (int r = 0; r < 13; r++) {
          sum += a[r * columns + j];
        }
        expected[j - first] = sum;
      }
      float[] sums = filled(columns - first + 1);
      kernels.columnSums(a, 13, columns, first, columns - first, sums);
      assertArrayEquals(expected, sums);
    }
  }

  /** Makes what earlier products left behind spoil any sum that it gets into. */
  private void fillScratch() {
    for (int slot = 0; slot < Scratch.UPDATE; slot++) {
      Arrays.fill(scratch.floats(slot, LARGEST), Float.NaN);
    }
  }

  private static float[] filled(int count) {
    float[] array = new float[count];
    Arrays.fill(array, GUARD);
    return array;
  }

  private static String shape(int rows, int in, int out) {
    return "rows " + rows + ", in " + in + ", out " + out;
  }
}
