package dev.annette.runtime.check;

/** The requirement that two arrays of floats have the same bits. */
final class SameBits {
  private SameBits() {}

  /**
   * Requires the same bits.
   *
   * @param what what the arrays are, for the message
   * @throws AssertionError naming the first place where they differ, with both values
   */
  static void require(String what, float[] expected, float[] actual) {
    if (expected.length != actual.length) {
      throw new AssertionError("%d %s, not %d".formatted(actual.length, what, expected.length));
    }
    for (int i = 0; i < expected.length; i++) {
      if (Float.floatToRawIntBits(expected[i]) != Float.floatToRawIntBits(actual[i])) {
        throw new AssertionError(
            "%s differ from place %d of %d on: %s and %s"
                .formatted(what, i, expected.length, expected[i], actual[i]));
      }
    }
  }
}
