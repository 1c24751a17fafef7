package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Assertions that arrays agree, relative to the largest magnitude in them. */
final class Closeness {
  private Closeness() {}

  static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
    assertClose(expected, actual, tolerance, magnitude(expected), what);
  }

  static void assertClose(
      double[] expected, double[] actual, double tolerance, double scale, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          expected[i], actual[i], tolerance * scale + Double.MIN_VALUE, what + "[" + i + "]");
    }
  }

  static double magnitude(double[] values) {
    return new Matrix(1, values.length, values).magnitude();
  }

  static double magnitude(Tensors tensors) {
    return tensors.names().stream()
        .mapToDouble(name -> magnitude(tensors.get(name)))
        .max()
        .orElse(0);
  }
}
