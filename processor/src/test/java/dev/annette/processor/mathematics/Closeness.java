package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Assertions that arrays agree, relative to the largest magnitude in the expected one. */
final class Closeness {
  private Closeness() {}

  static void assertClose(double[] expected, float[] actual, double tolerance, String what) {
    assertWithin(expected, actual, tolerance * magnitude(expected), what);
  }

  /** Asserts that no number is off by more than {@code error}. */
  static void assertWithin(double[] expected, float[] actual, double error, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      double off = Math.abs(expected[i] - actual[i]);
      if (!(off <= error)) {
        throw new AssertionError(
            "%s[%d] is %s, expected %s: off by %.1e, allowed %.1e"
                .formatted(what, i, actual[i], expected[i], off, error));
      }
    }
  }

  static double magnitude(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
