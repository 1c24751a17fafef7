package dev.annette.runtime.kernel;

import dev.annette.runtime.random.CounterRandom;

/**
 * Which weights of a layer a training step leaves out: 0 for those, {@code 1/(1 − rate)} for the
 * others. The rate is rounded to a multiple of 1/65536, and the multiplier is that of the rounded
 * rate: the expectation of a product stays exact.
 */
public final class ConnectionMask {
  private static final int LEVELS = 1 << 16;

  private ConnectionMask() {}

  /** Returns the key of the mask of a row: that of the step where all rows share one. */
  public static long key(long stepKey, boolean shared, int row) {
    return shared ? stepKey : CounterRandom.keyAt(stepKey, row);
  }

  /**
   * Writes the mask of the weights {@code [first, first + count)} of {@code [in, out]}, row-major.
   *
   * @param mask {@code [in, out]}, written where these weights are
   */
  static void draw(float[] mask, int first, int count, float rate, long key, Scratch scratch) {
    Kernels.active().dropoutMask(mask, first, count, dropped(rate), multiplier(rate), key, scratch);
  }

  /** Returns how many of 65536 values of a weight's random bits leave it out. */
  static int dropped(float rate) {
    return Math.min(LEVELS - 1, Math.round(rate * LEVELS));
  }

  /** Returns what kept weights are multiplied by. */
  static float multiplier(float rate) {
    return (float) LEVELS / (LEVELS - dropped(rate));
  }

  /** Returns {@code rate/(1 − rate)}: the variance of a mask's number. */
  static float variance(float rate) {
    return (float) dropped(rate) / (LEVELS - dropped(rate));
  }
}
