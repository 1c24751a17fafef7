package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A rise to the full learning rate and a fall to almost none, both along half a cosine (Smith and
 * Topin 2018), as PyTorch's OneCycleLR, whose {@code max_lr} is the optimizer's rate here. The
 * momentum does not change ({@code cycle_momentum=False}).
 *
 * <p>Usually counted in updates: {@code OneCycle.overRun().perStep()}.
 *
 * @param length the time of rise and fall; 0: the whole run
 * @param peak the share of it that the rise takes, above 0 and below 1; 0.3 by default
 * @param start the factor at first, from 0 to 1; 1/25 by default
 * @param end the factor at last, from 0 to 1; 1/250000 by default
 */
public record OneCycle(long length, double peak, double start, double end) implements Schedule {

  /** Checks the numbers. */
  public OneCycle {
    Rules.requireNotNegative(length, "length of OneCycle", "a cycle lasts a time");
    Rules.require(NumberRule.CYCLE_PEAK, peak, "peak of OneCycle");
    Rules.require(NumberRule.SCHEDULE_SHARE, start, "start of OneCycle");
    Rules.require(NumberRule.SCHEDULE_SHARE, end, "end of OneCycle");
  }

  /** Returns a cycle that takes a time, with PyTorch's defaults. */
  public static OneCycle over(long time) {
    Rules.requirePositive(time, "length of OneCycle", "a cycle lasts a time");
    return overRun().forRun(time);
  }

  /** Returns a cycle that lasts the run, with PyTorch's defaults. */
  public static OneCycle overRun() {
    return new OneCycle(0, 0.3, 1.0 / 25, 1.0 / 25 / 1e4);
  }

  /** Returns the same with another share for the rise. */
  public OneCycle withPeak(double share) {
    return new OneCycle(length, share, start, end);
  }

  /** Returns the same with other factors at first and at last. */
  public OneCycle withEnds(double first, double last) {
    return new OneCycle(length, peak, first, last);
  }

  @Override
  public double value(long time) {
    double top = Math.max(0, peak * length - 1);
    double last = length - 1;
    if (time <= top && top > 0) {
      return 1 + (start - 1) * CosineDecay.fall(time / top);
    }
    double share = last > top ? Math.min(1, (time - top) / (last - top)) : 1;
    return end + (1 - end) * CosineDecay.fall(share);
  }

  @Override
  public OneCycle forRun(long run) {
    return length > 0 ? this : new OneCycle(RunLength.require(run, "OneCycle"), peak, start, end);
  }
}
