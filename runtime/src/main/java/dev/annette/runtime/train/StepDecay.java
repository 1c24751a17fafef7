package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A factor that is multiplied by γ again and again: {@code γ^⌊t/every⌋}, as PyTorch's StepLR.
 *
 * @param every the time between two changes, at least 1
 * @param gamma γ, at least 0
 */
public record StepDecay(long every, double gamma) implements Schedule {

  /** Checks the numbers. */
  public StepDecay {
    Rules.requirePositive(every, "every of StepDecay", "a step lasts a time");
    Rules.require(NumberRule.SCHEDULE_FACTOR, gamma, "gamma of StepDecay");
  }

  /** Returns a schedule that is multiplied by γ each time as much time has passed. */
  public static StepDecay every(long time, double gamma) {
    return new StepDecay(time, gamma);
  }

  @Override
  public double value(long time) {
    long steps = time / every;
    return StrictMath.pow(gamma, steps);
  }
}
