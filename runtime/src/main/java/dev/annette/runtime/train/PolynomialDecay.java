package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A fall from 1 to a floor and no further: {@code floor + (1 − floor)·(1 − t/length)^power}, as
 * PyTorch's PolynomialLR with floor 0. With power 1 it is a straight line.
 *
 * @param length the time of the fall; 0: the whole run
 * @param power the exponent, above 0
 * @param floor the factor at the end, from 0 to 1
 */
public record PolynomialDecay(long length, double power, double floor) implements Schedule {

  /** Checks the numbers. */
  public PolynomialDecay {
    Rules.requireNotNegative(length, "length of PolynomialDecay", "a fall lasts a time");
    Rules.require(NumberRule.EXPONENT, power, "power of PolynomialDecay");
    Rules.require(NumberRule.SCHEDULE_SHARE, floor, "floor of PolynomialDecay");
  }

  /** Returns a fall to 0 in a time. */
  public static PolynomialDecay over(long time, double power) {
    Rules.requirePositive(time, "length of PolynomialDecay", "a fall lasts a time");
    return new PolynomialDecay(time, power, 0);
  }

  /** Returns a fall to 0 that lasts the run. */
  public static PolynomialDecay overRun(double power) {
    return new PolynomialDecay(0, power, 0);
  }

  /** Returns the same with another factor at the end. */
  public PolynomialDecay withFloor(double factor) {
    return new PolynomialDecay(length, power, factor);
  }

  @Override
  public double value(long time) {
    double left = 1 - (double) Math.min(time, length) / length;
    return floor + (1 - floor) * StrictMath.pow(left, power);
  }

  @Override
  public Schedule forRun(long run) {
    return length > 0
        ? this
        : new PolynomialDecay(RunLength.require(run, "PolynomialDecay"), power, floor);
  }
}
