package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A rate or strength that an annotation declares and a {@link Training} may override: {@code l2} of
 * {@code hidden}.
 */
public final class Hyperparameter {
  private final String layer;
  private final String attribute;
  private final double declared;
  private final NumberRule rule;
  private double value;

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
  }

  /** Returns to the declared value. */
  void reset() {
    value = declared;
  }

  double checked(double candidate) {
    return Rules.require(rule, candidate, attribute + " of " + layer);
  }
}
