package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A factor {@code γ^t}, as PyTorch's ExponentialLR.
 *
 * @param gamma γ, at least 0
 */
public record ExponentialDecay(double gamma) implements Schedule {

  /** Checks the number. */
  public ExponentialDecay {
    Rules.require(NumberRule.SCHEDULE_FACTOR, gamma, "gamma of ExponentialDecay");
  }

  /** Returns a schedule that is multiplied by γ every epoch. */
  public static ExponentialDecay of(double gamma) {
    return new ExponentialDecay(gamma);
  }

  @Override
  public double value(long time) {
    return StrictMath.pow(gamma, time);
  }
}
