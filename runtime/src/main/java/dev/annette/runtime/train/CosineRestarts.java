package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * Falls along half a cosine, each starting at 1 again and each longer than the one before by a
 * factor (SGDR, Loshchilov and Hutter 2017), as PyTorch's CosineAnnealingWarmRestarts.
 *
 * @param length the time of the first fall, at least 1
 * @param growth how many times as long as the one before a fall is, at least 1
 * @param floor the factor that a fall ends with, from 0 to 1
 */
public record CosineRestarts(long length, int growth, double floor) implements Schedule {

  /** Checks the numbers. */
  public CosineRestarts {
    Rules.requirePositive(length, "length of CosineRestarts", "a fall lasts a time");
    Rules.requirePositive(growth, "growth of CosineRestarts", "a fall is no shorter than the last");
    Rules.require(NumberRule.SCHEDULE_SHARE, floor, "floor of CosineRestarts");
  }

  /** Returns falls to 0 of one length. */
  public static CosineRestarts every(long time) {
    return new CosineRestarts(time, 1, 0);
  }

  /** Returns the same with falls that become longer. */
  public CosineRestarts withGrowth(int factor) {
    return new CosineRestarts(length, factor, floor);
  }

  /** Returns the same with another factor at the end of a fall. */
  public CosineRestarts withFloor(double factor) {
    return new CosineRestarts(length, growth, factor);
  }

  @Override
  public double value(long time) {
    long inFall = growth == 1 ? time % length : time;
    long fall = length;
    while (inFall >= fall) {
      inFall -= fall;
      fall *= growth;
    }
    return floor + (1 - floor) * CosineDecay.fall((double) inFall / fall);
  }
}
