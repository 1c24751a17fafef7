package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A factor that stays as it is, for a part of a run: {@code Constant.of(0.1).then(5,
 * Constant.of(1))}.
 *
 * @param factor the factor, at least 0
 */
public record Constant(double factor) implements Schedule {

  /** Checks the number. */
  public Constant {
    Rules.require(NumberRule.SCHEDULE_FACTOR, factor, "factor of Constant");
  }

  /** Returns a constant schedule. */
  public static Constant of(double factor) {
    return new Constant(factor);
  }

  @Override
  public double value(long time) {
    return factor;
  }
}
