package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates against PyTorch's formulas in double precision, and the providers against each other. */
class UpdatesTest {
  private final Scratch scratch = new Scratch();

  private static UpdateCoefficients plain(int step) {
    return new UpdateCoefficients()
        .learningRate(0.01)
        .momentum(0.9)
        .rmsProp(0.99, 1e-8)
        .penalties(0.02, 0, false);
  }

  private static UpdateCoefficients forStep(Optimizer optimizer, int step) {
    UpdateCoefficients c = plain(step);
    return optimizer == Optimizer.ADAM ? c.adam(0.9, 0.999, 1e-8, step) : c;
  }

  @ParameterizedTest
  @EnumSource
  void three_steps_are_pytorchs(Optimizer optimizer) {
    int count = 50;
    float[] w = Providers.numbers(1, count);
    double[] expected = new double[count];
    for (int i = 0; i < count; i++) {
      expected[i] = w[i];
    }
    float[] first = new float[count];
    float[] second = new float[count];
    double[] m = new double[count];
    double[] v = new double[count];
    for (int step = 1; step <= 3; step++) {
      float[] g = Providers.numbers(10 + step, count);
      UpdateCoefficients c = forStep(optimizer, step).weightDecay(0.1);
      optimizer.update(new ScalarKernels(), w, first, second, 0, g, count, c, scratch);
      for (int i = 0; i < count; i++) {
        double gradient = g[i] + 0.02 * expected[i];
        double s = optimizer.pytorch(gradient, m, v, i, 0.01, 0.9, step);
        expected[i] = expected[i] * (1 - 0.01 * 0.1) - s;
      }
    }
    for (int i = 0; i < count; i++) {
      assertEquals(expected[i], w[i], 2e-6, "weight " + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void providers_agree_bit_for_bit_at_every_size(Optimizer optimizer) {
    for (int size : Providers.SIZES) {
      for (boolean proximal : new boolean[] {true, false}) {
        float[][] results =
            Providers.all()
                .map(k -> threeSteps(k, optimizer, size, proximal))
                .toArray(float[][]::new);
        assertArrayEquals(results[0], results[1], () -> "size " + size);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void providers_agree_on_numbers_that_overflow(Optimizer optimizer) {
    float inf = Float.POSITIVE_INFINITY;
    float max = Float.MAX_VALUE;
    float[] odd = {inf, -inf, Float.NaN, max, -max, 2e38f, -2e38f, 1e-30f, -1e-30f, -0f, 1};
    int count = odd.length * odd.length;
    for (boolean proximal : new boolean[] {true, false}) {
      float[][] results =
          Providers.all()
              .map(
                  kernels -> {
                    float[] w = new float[count];
                    float[] g = new float[count];
                    for (int i = 0; i < count; i++) {
                      w[i] = odd[i % odd.length];
                      g[i] = odd[i / odd.length];
                    }
                    float[] first = new float[count];
                    float[] second = new float[count];
                    UpdateCoefficients c =
                        forStep(optimizer, 1).penalties(0.1, 3, proximal).weightDecay(0.01);
                    optimizer.update(kernels, w, first, second, 0, g, count, c, scratch);
                    float[] all = Arrays.copyOf(w, 3 * count);
                    System.arraycopy(first, 0, all, count, count);
                    System.arraycopy(second, 0, all, 2 * count, count);
                    return all;
                  })
              .toArray(float[][]::new);
      assertArrayEquals(results[0], results[1]);
    }
  }

  private float[] threeSteps(Kernels kernels, Optimizer optimizer, int count, boolean proximal) {
    int offset = 5;
    float[] state = Providers.numbers(2, 3 * (count + 7));
    float[] w = Providers.numbers(3, count + 7);
    float[] first = new float[count + 7];
    float[] second = new float[count + 7];
    for (int step = 1; step <= 3; step++) {
      float[] g = Providers.numbers(20 + step, count);
      UpdateCoefficients c = forStep(optimizer, step).penalties(0.1, 3, proximal).weightDecay(0.01);
      optimizer.update(kernels, w, first, second, offset, g, count, c, scratch);
    }
    System.arraycopy(w, 0, state, 0, w.length);
    System.arraycopy(first, 0, state, w.length, w.length);
    System.arraycopy(second, 0, state, 2 * w.length, w.length);
    return state;
  }

  @ParameterizedTest
  @EnumSource
  void numbers_below_1e_30_become_0_in_a_few_steps(Optimizer optimizer) {
    Stream<Kernels> all = Providers.all();
    all.forEach(
        kernels -> {
          int count = 33;
          float[] w = new float[count];
          float[] first = new float[count];
          float[] second = new float[count];
          Arrays.fill(w, 2e-31f);
          Arrays.fill(first, 9e-31f);
          Arrays.fill(second, 9e-31f);
          float[] zero = new float[count];
          UpdateCoefficients c = forStep(optimizer, 1).penalties(0, 0, true);
          for (int step = 0; step < 20; step++) {
            optimizer.update(kernels, w, first, second, 0, new float[count], count, c, scratch);
          }
          assertArrayEquals(zero, w);
          if (optimizer.usesFirst()) {
            assertArrayEquals(zero, first);
          }
          if (optimizer.usesSecond()) {
            assertArrayEquals(zero, second);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_subgradient_of_l1_is_its_sign_times_its_strength(Optimizer optimizer) {
    float[] w = {2, -3, 0, 1e-20f};
    float[] expected = w.clone();
    UpdateCoefficients with = forStep(optimizer, 1).penalties(0, 0.5, false);
    UpdateCoefficients without = forStep(optimizer, 1).penalties(0, 0, false);
    float[] penalised = {1.5f, -0.5f, 1, 1.5f};
    optimizer.update(
        new ScalarKernels(),
        expected,
        new float[4],
        new float[4],
        0,
        penalised,
        4,
        without,
        scratch);
    float[] gradient = {1, 0, 1, 1};
    optimizer.update(
        new ScalarKernels(), w, new float[4], new float[4], 0, gradient, 4, with, scratch);
    assertArrayEquals(expected, w);
  }
}
