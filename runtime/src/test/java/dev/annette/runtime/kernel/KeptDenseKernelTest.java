package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products on kept sub-matrices against whole products of what is left out as zeros. */
class KeptDenseKernelTest {
  private static final int ROWS = 29;

  private final Scratch scratch = new Scratch();
  private final Random random = new Random(7);

  private float[] normal(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static KeptUnits units(int size, float rate, long key) {
    KeptUnits units = new KeptUnits(size);
    units.draw(rate, key);
    return units;
  }

  private static float[] masked(float[] numbers, KeptUnits units) {
    float[] masked = numbers.clone();
    if (units != null) {
      BatchDropoutKernel.forward(masked, units, masked, 0, ROWS);
    }
    return masked;
  }

  /** Returns the numbers with 0 for what is left out, whatever its sign was. */
  private static float[] cleared(float[] numbers, KeptUnits units) {
    float[] cleared = numbers.clone();
    for (int i = 0; units != null && i < cleared.length; i++) {
      cleared[i] = units.factors()[i % units.size()] == 0 ? 0 : cleared[i];
    }
    return cleared;
  }

  @ParameterizedTest
  @CsvSource({
    "37, 23, 0.5, 0.5",
    "37, 23, 0.5, -1",
    "37, 23, -1, 0.5",
    "37, 23, 0, 0.3",
    "130, 97, 0.5, 0.5",
    "130, 97, 0.9, 0.1",
    "130, 97, 0, 0",
    "5, 3, 0.999, 0.5",
    "5, 3, 0.5, 0.999",
    "64, 600, 0.5, 0.5",
    "600, 10, 0.5, -1"
  })
  void kept_products_have_the_bits_of_whole_ones(int in, int out, float inRate, float outRate) {
    for (int draw = 0; draw < 5; draw++) {
      KeptUnits inputs = inRate < 0 ? null : units(in, inRate, draw);
      KeptUnits units = outRate < 0 ? null : units(out, outRate, 100 + draw);
      float[] x = masked(normal(ROWS * in), inputs);
      float[] dy = masked(normal(ROWS * out), units);
      float[] w = normal(in * out);
      KeptWeights kept = new KeptWeights(inputs, units, in, out);
      for (int part = 0; part < 3; part++) {
        KeptDenseKernel.copyWeights(w, kept, ROWS, part, 3);
      }
      for (float[] bias : new float[][] {normal(out), null}) {
        float[] whole = new float[ROWS * out];
        DenseKernel.forward(x, w, bias, whole, 0, ROWS, in, out, scratch);
        float[] found = filled(ROWS * out);
        KeptDenseKernel.forward(x, w, kept, bias, found, 0, 16, scratch);
        KeptDenseKernel.forward(x, w, kept, bias, found, 16, ROWS, scratch);
        assertArrayEquals(cleared(whole, units), found);
      }
      float[] whole = new float[ROWS * in];
      DenseKernel.inputGradient(dy, w, whole, 0, ROWS, in, out, scratch);
      float[] found = filled(ROWS * in);
      KeptDenseKernel.inputGradient(dy, w, kept, found, 0, 16, scratch);
      KeptDenseKernel.inputGradient(dy, w, kept, found, 16, ROWS, scratch);
      assertArrayEquals(cleared(whole, inputs), found);
      for (int parts = 1; parts <= 3; parts++) {
        assertArrayEquals(
            weightGradient(x, dy, null, in, out, 1), weightGradient(x, dy, kept, in, out, parts));
      }
    }
  }

  /** Returns the gradient of the weights, and checks that every number is handed on once. */
  private float[] weightGradient(
      float[] x, float[] dy, KeptWeights kept, int in, int out, int parts) {
    float[] gradient = new float[in * out];
    int[] times = new int[in * out];
    GradientSink sink =
        (panel, offset, count, free) -> {
          System.arraycopy(panel, 0, gradient, offset, count);
          for (int i = 0; i < count; i++) {
            times[offset + i]++;
          }
          Arrays.fill(panel, Float.NaN);
        };
    for (int part = 0; part < parts; part++) {
      if (kept == null) {
        DenseKernel.weightGradient(x, dy, ROWS, in, out, sink, part, parts, scratch);
      } else {
        KeptDenseKernel.weightGradient(x, dy, ROWS, kept, sink, part, parts, scratch);
      }
    }
    assertTrue(Arrays.stream(times).allMatch(n -> n == 1));
    return gradient;
  }

  private static float[] filled(int count) {
    float[] numbers = new float[count];
    Arrays.fill(numbers, Float.NaN);
    return numbers;
  }

  /** What the rows do not see cannot spoil them: whole products would give NaN. */
  @Test
  void weights_that_are_not_finite_are_not_read_where_they_are_left_out() {
    KeptUnits inputs = units(40, 0.5f, 1);
    KeptWeights kept = new KeptWeights(inputs, null, 40, 8);
    float[] w = normal(40 * 8);
    for (int k = 0; k < 40; k++) {
      if (inputs.factors()[k] == 0) {
        Arrays.fill(w, k * 8, k * 8 + 8, Float.POSITIVE_INFINITY);
      }
    }
    KeptDenseKernel.copyWeights(w, kept, ROWS, 0, 1);
    float[] y = new float[ROWS * 8];
    float[] x = masked(normal(ROWS * 40), inputs);
    KeptDenseKernel.forward(x, w, kept, null, y, 0, ROWS, scratch);
    for (float value : y) {
      assertTrue(Float.isFinite(value));
    }
  }

  @Test
  void a_few_rows_multiply_by_all_weights() {
    KeptWeights kept = new KeptWeights(units(40, 0.5f, 1), units(8, 0.5f, 2), 40, 8);
    KeptDenseKernel.copyWeights(normal(40 * 8), kept, 7, 0, 1);
    assertTrue(kept.isWhole());
    KeptDenseKernel.copyWeights(normal(40 * 8), kept, 8, 0, 1);
    assertFalse(kept.isWhole());
  }

  @Test
  void the_mask_is_that_of_the_first_row_of_masks_per_row() {
    int size = 150;
    float[] x = new float[3 * size];
    Arrays.fill(x, 1);
    float[] masks = new float[3 * size];
    DropoutKernel.forward(x, masks, new float[3 * size], 0, 3, size, 0.3f, 11, scratch);
    KeptUnits units = units(size, 0.3f, 11);
    assertArrayEquals(Arrays.copyOf(masks, size), units.factors());
    int expected = 0;
    for (int j = 0; j < size; j++) {
      if (units.factors()[j] != 0) {
        assertEquals(j, units.kept()[expected++]);
      }
    }
    assertEquals(expected, units.count());
    assertFalse(units.all());
    units.draw(0, 12);
    assertTrue(units.all());
    for (float factor : units.factors()) {
      assertEquals(1, factor);
    }
  }
}
