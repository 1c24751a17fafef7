package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exponential, logarithm and hyperbolic tangent over arrays against the functions of one number.
 */
class ArrayFunctionsTest {
  private interface Function {
    float of(float x);
  }

  private interface ArrayFunction {
    void of(float[] x, int xFrom, float[] y, int yFrom, int count);
  }

  static Stream<Kernels> all() {
    return Providers.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void exp_has_the_bits_of_the_scalar_function(Kernels kernels) {
    compare(FloatMath::exp, kernels::exp);
  }

  @ParameterizedTest
  @MethodSource("all")
  void log_has_the_bits_of_the_scalar_function(Kernels kernels) {
    compare(FloatMath::log, kernels::log);
  }

  @ParameterizedTest
  @MethodSource("all")
  void tanh_has_the_bits_of_the_scalar_function(Kernels kernels) {
    compare(FloatMath::tanh, kernels::tanh);
  }

  private static void compare(Function function, ArrayFunction arrays) {
    compare(function, arrays, special());
    compare(function, arrays, ofAnyBits());
    for (int size : Providers.SIZES) {
      float[] x = Providers.numbers(size, size);
      compare(function, arrays, x);
      for (int i = 0; i < size; i++) {
        x[i] = Math.abs(x[i]) * 9;
      }
      compare(function, arrays, x);
    }
  }

  private static void compare(Function function, ArrayFunction arrays, float[] x) {
    float[] y = new float[x.length + 3];
    arrays.of(x, 0, y, 3, x.length);
    float[] inPlace = x.clone();
    arrays.of(inPlace, 0, inPlace, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      int expected = Float.floatToIntBits(function.of(x[i]));
      float argument = x[i];
      assertEquals(expected, Float.floatToIntBits(y[3 + i]), () -> "of " + argument);
      assertEquals(expected, Float.floatToIntBits(inPlace[i]), () -> "in place of " + argument);
    }
  }

  private static float[] special() {
    float[] few = {
      0f,
      -0f,
      1f,
      -1f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_NORMAL,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      88.72f,
      88.73f,
      -87.4f,
      -103.9f,
      -104.1f,
      9f,
      -9f,
      1e-4f,
      0.6666667f,
      1.3333334f
    };
    float[] special = new float[few.length * 16];
    for (int i = 0; i < special.length; i++) {
      special[i] = few[i % few.length];
    }
    return special;
  }

  private static float[] ofAnyBits() {
    Random random = new Random(11);
    float[] x = new float[100_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(random.nextInt());
    }
    return x;
  }
}
