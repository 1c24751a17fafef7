package dev.annette.runtime.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final int UNITS = 4;
  private static final float[] X = {
    0, 1, -2, 0.5f, 1e4f, -1e4f, 9999.5f, 0, 88, 89, 90, 91, -1e4f, -1e4f, -1e4f, -1e4f
  };

  @Test
  void rows_are_the_definition() {
    float[] y = new float[X.length];
    Softmax.forward(X, y, 0, 4, UNITS, null);
    for (int i = 0; i < X.length; i++) {
      assertEquals(exact(X, i), y[i], 3e-7 * exact(X, i) + 1e-38, "at " + i);
    }
  }

  @Test
  void backward_is_the_product_with_the_jacobian() {
    float[] y = new float[X.length];
    Softmax.forward(X, y, 0, 4, UNITS, null);
    float[] gradient = new float[X.length];
    for (int i = 0; i < X.length; i++) {
      gradient[i] = (float) Math.sin(1 + 3 * i);
    }
    float[] actual = gradient.clone();
    Softmax.backward(y, actual, 0, 4, UNITS, null);
    for (int i = 0; i < X.length; i++) {
      double expected = 0;
      int start = i / UNITS * UNITS;
      for (int j = start; j < start + UNITS; j++) {
        expected += gradient[j] * exact(X, j) * ((i == j ? 1 : 0) - exact(X, i));
      }
      assertEquals(expected, actual[i], 1e-6);
    }
  }

  @Test
  void other_rows_stay_untouched_and_input_may_be_output() {
    float[] separate = new float[X.length];
    Softmax.forward(X, separate, 0, 4, UNITS, null);
    float[] inPlace = X.clone();
    Softmax.forward(inPlace, inPlace, 1, 3, UNITS, null);
    float[] expected = X.clone();
    System.arraycopy(separate, UNITS, expected, UNITS, 2 * UNITS);
    assertArrayEquals(expected, inPlace);

    float[] gradient = X.clone();
    Softmax.backward(separate, gradient, 1, 3, UNITS, null);
    for (int i = 0; i < X.length; i++) {
      assertTrue(i / UNITS % 3 != 0 || gradient[i] == X[i]);
    }
  }

  @Test
  void nan_reaches_every_output_of_its_row() {
    float[] x = {1, Float.NaN, 2, 3};
    Softmax.forward(x, x, 0, 1, UNITS, null);
    for (float y : x) {
      assertTrue(Float.isNaN(y));
    }
  }

  private static double exact(float[] x, int i) {
    int start = i / UNITS * UNITS;
    double max = Double.NEGATIVE_INFINITY;
    for (int j = start; j < start + UNITS; j++) {
      max = Math.max(max, x[j]);
    }
    double sum = 0;
    for (int j = start; j < start + UNITS; j++) {
      sum += Math.exp(x[j] - max);
    }
    return Activation.SOFTMAX.value(x[i] - max - Math.log(sum), 0);
  }
}
