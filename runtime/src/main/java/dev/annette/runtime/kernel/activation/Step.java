package dev.annette.runtime.kernel.activation;

/** The unit step, without a branch, so that loops over it become vector instructions. */
final class Step {
  private static final float HUGE = 1e38f;

  private Step() {}

  /** Returns 1 where x is above 0 and 0 elsewhere; NaN gives NaN. */
  static float of(float x) {
    return Math.min(Math.max(x * HUGE * HUGE, 0f), 1f);
  }
}
