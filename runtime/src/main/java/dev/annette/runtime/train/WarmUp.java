package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A straight rise to 1, where it stays: {@code from + (1 − from)·t/length}, as PyTorch's LinearLR
 * with {@code start_factor = from}. Other schedules follow with {@link Schedule#then}.
 *
 * @param length the time of the rise, at least 1
 * @param from the factor at first, from 0 to 1
 */
public record WarmUp(long length, double from) implements Schedule {

  /** Checks the numbers. */
  public WarmUp {
    Rules.requirePositive(length, "length of WarmUp", "a rise lasts a time");
    Rules.require(NumberRule.SCHEDULE_SHARE, from, "from of WarmUp");
  }

  /** Returns a rise in even steps, the first of which is {@code 1/(time + 1)}. */
  public static WarmUp over(long time) {
    return new WarmUp(time, 1 / (time + 1.0));
  }

  /** Returns the same with another factor at first. */
  public WarmUp withFrom(double factor) {
    return new WarmUp(length, factor);
  }

  @Override
  public double value(long time) {
    return from + (1 - from) * ((double) Math.min(time, length) / length);
  }
}
