package dev.annette.runtime.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every constant's kernel with the constant's own definition in double precision. */
class ActivationKernelTest {
  private static final double TOLERANCE = 1e-6;
  private static final float[] SPECIAL = {
    0f, -0f, 1e-8f, -1e-8f, 1e-40f, -1e-40f, 3f, -3f, 20f, -20f, 90f, -90f, 1e4f, -1e4f
  };

  static Stream<Activation> elementwise() {
    return Stream.of(Activation.values())
        .filter(activation -> activation != Activation.LINEAR && activation.elementwise());
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void forward_is_the_definition(Activation activation) {
    for (float p : ActivationKernel.parameters(activation)) {
      ActivationKernel kernel = ActivationKernel.of(activation, p);
      float[] x = inputs();
      float[] y = kernel.forward(x);
      for (int i = 0; i < x.length; i++) {
        double exact = activation.value(x[i], p);
        assertEquals(exact, y[i], TOLERANCE * Math.max(1, Math.abs(exact)), "at " + x[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void backward_is_the_derivative(Activation activation) {
    for (float p : ActivationKernel.parameters(activation)) {
      ActivationKernel kernel = ActivationKernel.of(activation, p);
      float[] x = inputs();
      float[] gradient = new float[x.length];
      Arrays.fill(gradient, 2f);
      kernel.backward(x, gradient);
      for (int i = 0; i < x.length; i++) {
        if (!besideKink(activation, x[i])) {
          double exact = 2 * activation.derivative(x[i], p);
          assertEquals(exact, gradient[i], 2 * TOLERANCE, "at " + x[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void nan_stays_nan_both_ways(Activation activation) {
    for (float p : ActivationKernel.parameters(activation)) {
      ActivationKernel kernel = ActivationKernel.of(activation, p);
      assertTrue(Float.isNaN(kernel.forward(new float[] {Float.NaN})[0]));
      float[] gradient = {1f, Float.NaN};
      kernel.backward(new float[] {Float.NaN, 1f}, gradient);
      assertTrue(Float.isNaN(gradient[0]) && Float.isNaN(gradient[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void infinity_never_becomes_an_ordinary_wrong_number(Activation activation) {
    for (float p : ActivationKernel.parameters(activation)) {
      float[] x = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
      float[] y = ActivationKernel.of(activation, p).forward(x);
      for (int i = 0; i < 2; i++) {
        double limit = activation.value(Math.copySign(1e9, x[i]), p);
        boolean bounded = Math.abs(limit) < 10;
        assertTrue(
            Float.isNaN(y[i]) || (bounded ? close(limit, y[i]) : y[i] == x[i]), "at " + x[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void other_rows_stay_untouched_and_input_may_be_output(Activation activation) {
    float p = ActivationKernel.parameters(activation)[0];
    ActivationKernel kernel = ActivationKernel.of(activation, p);
    int units = 3;
    float[] x = {1, -2, 3, 0.5f, -0.25f, 4, -1, 2, -3, 7, 8, 9};
    float[] separate = kernel.forward(x);
    float[] inPlace = x.clone();
    kernel.forward(inPlace, inPlace, 1, 3, units);
    float[] expected = x.clone();
    System.arraycopy(separate, units, expected, units, 2 * units);
    assertArrayEquals(expected, inPlace);

    float[] whole = new float[x.length];
    Arrays.fill(whole, 0.5f);
    kernel.backward(x, whole);
    float[] part = new float[x.length];
    Arrays.fill(part, 0.5f);
    kernel.backward(kernel.kept(x), part, 1, 3, units);
    for (int i = 0; i < part.length; i++) {
      assertEquals(i >= units && i < 3 * units ? whole[i] : 0.5f, part[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void elements_do_not_depend_on_their_neighbours(Activation activation) {
    float p = ActivationKernel.parameters(activation)[0];
    ActivationKernel kernel = ActivationKernel.of(activation, p);
    float[] x = Arrays.copyOf(inputs(), 300);
    float[] together = kernel.forward(x);
    for (int i = 0; i < x.length; i++) {
      assertEquals(kernel.forward(new float[] {x[i]})[0], together[i]);
    }
    assertFalse(Arrays.equals(x, together));
  }

  private static boolean close(double exact, float actual) {
    return Math.abs(exact - actual) <= TOLERANCE * Math.max(1, Math.abs(exact));
  }

  private static boolean besideKink(Activation activation, float x) {
    return Arrays.stream(activation.kinks())
        .anyMatch(kink -> kink != 0 && Math.abs(x - kink) <= 4 * Math.ulp((float) kink));
  }

  /** Numbers dense around 0, thinner up to ±100, and the special ones. */
  private static float[] inputs() {
    int count = 40_000;
    float[] x = Arrays.copyOf(SPECIAL, SPECIAL.length + 2 * count);
    for (int i = 0; i < count; i++) {
      x[SPECIAL.length + i] = -12f + 24f * i / count;
      x[SPECIAL.length + count + i] = -100.003f + 200f * i / count;
    }
    return x;
  }
}
