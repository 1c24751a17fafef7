package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rate, strength or bound that an annotation declares and a {@link Training} may override: {@code
 * l2} of {@code hidden}.
 */
public final class Hyperparameter {
  private static final Set<NumberRule> NOISE =
      EnumSet.of(
          NumberRule.DROPOUT_RATE,
          NumberRule.DROP_CONNECT_RATE,
          NumberRule.GAUSSIAN_RATE,
          NumberRule.NOISE_DEVIATION);

  private final String layer;
  private final String attribute;
  private final double declared;
  private final NumberRule rule;
  private double base;
  private double value;
  private Schedule schedule;

  /**
   * Creates a hyperparameter that has its declared value.
   *
   * @param layer the layer: {@code hidden}
   * @param attribute the annotation in lower case: {@code l2}, {@code dropout}
   * @param declared the value of the annotation
   * @param rule the range that this value and every override must keep
   * @throws IllegalArgumentException if the declared value breaks the rule
   */
  public Hyperparameter(String layer, String attribute, double declared, NumberRule rule) {
    this.layer = layer;
    this.attribute = attribute;
    this.rule = rule;
    this.declared = checked(declared);
    this.base = declared;
    this.value = declared;
  }

  /** Returns the layer it belongs to. */
  public String layer() {
    return layer;
  }

  /** Returns which of the layer's annotations it is the value of, in lower case. */
  public String attribute() {
    return attribute;
  }

  /** Returns its name. */
  public Setting setting() {
    return new Setting(layer, attribute);
  }

  /**
   * Returns the value at which it does nothing: 0, or the largest number if it divides or bounds.
   */
  public double off() {
    return rule.allows(0) ? 0 : Double.MAX_VALUE;
  }

  /** Returns whether it says how fast running statistics follow, which is no part of a loss. */
  public boolean isMomentumOfStatistics() {
    return rule == NumberRule.NORM_MOMENTUM;
  }

  /** Returns whether it says how much is disturbed in training. */
  public boolean isNoise() {
    return NOISE.contains(rule);
  }

  /** Returns what the annotation says. */
  public double declared() {
    return declared;
  }

  /** Returns the value in force. */
  public double value() {
    return value;
  }

  /** Takes another value; if it breaks the rule, throws and keeps the one in force. */
  void override(double other) {
    value = checked(other);
    base = value;
  }

  /** Takes a schedule, which multiplies the value from {@link #at} on. */
  void schedule(Schedule factor) {
    schedule = factor;
  }

  /** Returns the schedule; null if the value stays as it is. */
  Schedule schedule() {
    return schedule;
  }

  /**
   * Gives the value its schedule's factor for a time.
   *
   * @throws IllegalArgumentException if that breaks the rule
   */
  void at(long step, long epoch) {
    if (schedule != null) {
      double scheduled = base * schedule.value(schedule.countsSteps() ? step : epoch);
      value = rule.allows(scheduled) ? scheduled : checked(scheduled);
    }
  }

  /** Returns to the declared value without a schedule. */
  void reset() {
    base = declared;
    value = declared;
    schedule = null;
  }

  /** Requires a value that a schedule comes to at a time. */
  void checked(double candidate, Schedule by, long time) {
    if (!rule.allows(candidate)) {
      Rules.require(
          rule, candidate, attribute + " of " + layer + " in " + RunLength.words(by, time));
    }
  }

  double checked(double candidate) {
    return Rules.require(rule, candidate, attribute + " of " + layer);
  }
}
