package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/** The refusal of a number that breaks a rule, in the words that the processor uses. */
final class Rules {
  private Rules() {}

  /**
   * Returns the value, or refuses it.
   *
   * @throws IllegalArgumentException {@code dropout of hidden is 1.5: a dropout rate is …, so it
   *     must be at least 0 and below 1. Did you mean 0.15?}
   */
  static double require(NumberRule rule, double value, String what) {
    if (!rule.allows(value)) {
      throw new IllegalArgumentException(
          what
              + " is "
              + NumberRule.number(value)
              + ": "
              + rule.clause()
              + "."
              + rule.suggestion(value));
    }
    return value;
  }

  /** Returns a count that must be at least 1, or refuses it: {@code epochs is 0: …}. */
  static long requirePositive(long value, String what, String reason) {
    if (value < 1) {
      throw new IllegalArgumentException(
          what + " is " + value + ": " + reason + ", so it must be at least 1.");
    }
    return value;
  }

  /** Returns a count that must be at least 0, or refuses it. */
  static long requireNotNegative(long value, String what, String reason) {
    if (value < 0) {
      throw new IllegalArgumentException(
          what + " is " + value + ": " + reason + ", so it must be at least 0.");
    }
    return value;
  }
}
