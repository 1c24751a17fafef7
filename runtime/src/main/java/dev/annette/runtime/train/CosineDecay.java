package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A fall along half a cosine from 1 to a floor and no further: {@code floor + (1 − floor)·(1 +
 * cos(π·t/length))/2} (Loshchilov and Hutter 2017), as PyTorch's CosineAnnealingLR up to its end.
 *
 * @param length the time of the fall; 0: the whole run
 * @param floor the factor at the end, from 0 to 1
 */
public record CosineDecay(long length, double floor) implements Schedule {

  /** Checks the numbers. */
  public CosineDecay {
    Rules.requireNotNegative(length, "length of CosineDecay", "a fall lasts a time");
    Rules.require(NumberRule.SCHEDULE_SHARE, floor, "floor of CosineDecay");
  }

  /** Returns a fall to 0 in a time. */
  public static CosineDecay over(long time) {
    Rules.requirePositive(time, "length of CosineDecay", "a fall lasts a time");
    return new CosineDecay(time, 0);
  }

  /** Returns a fall to 0 that lasts the run. */
  public static CosineDecay overRun() {
    return new CosineDecay(0, 0);
  }

  /** Returns the same with another factor at the end. */
  public CosineDecay withFloor(double factor) {
    return new CosineDecay(length, factor);
  }

  @Override
  public double value(long time) {
    return floor + (1 - floor) * fall((double) Math.min(time, length) / length);
  }

  @Override
  public Schedule forRun(long run) {
    return length > 0 ? this : new CosineDecay(RunLength.require(run, "CosineDecay"), floor);
  }

  /**
   * Returns the height of half a cosine from 1 to 0 at a share of its length: {@code (1 +
   * cos(π·share))/2 = 1 − sin²(π/2·share)}.
   */
  static double fall(double share) {
    double sine = sine(Math.PI / 2 * Math.min(share, 1 - share));
    return share < 0.5 ? 1 - sine * sine : sine * sine;
  }

  /**
   * Returns the sine of an angle up to π/4 by its series, which allocates nothing; {@link
   * StrictMath} does from JDK 21 on.
   */
  private static double sine(double angle) {
    double sum = 1;
    for (int n = 18; n > 0; n -= 2) {
      sum = 1 - sum * angle * angle / (n * (n + 1));
    }
    return angle * sum;
  }
}
