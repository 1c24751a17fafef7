package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.AdamaxUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Adamax: Adam with the infinity norm, {@code m ← β₁·m + (1 − β₁)·g, s ← max(β₂·s, |g| + ε), w ← w
 * − η·m̂/s} (Kingma and Ba 2015, §7.1), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.002 by default
 * @param beta1 β₁, the share of the old average that is kept; 0.9 by default
 * @param beta2 β₂, the share of the old maximum that is kept; 0.999 by default
 * @param epsilon ε, above 0; 1e-8 by default
 */
public record Adamax(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Adamax {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Adamax");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of Adamax");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of Adamax");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of Adamax");
  }

  /** Returns Adamax with the other numbers at their defaults. */
  public static Adamax of(double learningRate) {
    return new Adamax(learningRate, 0.9, 0.999, 1e-8);
  }

  /** Returns Adamax with all defaults. */
  public static Adamax defaults() {
    return of(0.002);
  }

  /** Returns the same with another learning rate. */
  public Adamax withLearningRate(double value) {
    return new Adamax(value, beta1, beta2, epsilon);
  }

  /** Returns the same with another beta1. */
  public Adamax withBeta1(double value) {
    return new Adamax(learningRate, value, beta2, epsilon);
  }

  /** Returns the same with another beta2. */
  public Adamax withBeta2(double value) {
    return new Adamax(learningRate, beta1, value, epsilon);
  }

  /** Returns the same with another epsilon. */
  public Adamax withEpsilon(double value) {
    return new Adamax(learningRate, beta1, beta2, value);
  }

  @Override
  public String name() {
    return "Adamax";
  }

  @Override
  public int stateArrays() {
    return 2;
  }

  @Override
  public boolean adaptive() {
    return true;
  }

  @Override
  public String describe() {
    return "Adamax(learningRate="
        + NumberRule.number(learningRate)
        + ", beta1="
        + NumberRule.number(beta1)
        + ", beta2="
        + NumberRule.number(beta2)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).adam(beta1, beta2, epsilon, update);
  }

  @Override
  public void update(
      float[] values,
      float[][] state,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients coefficients,
      Scratch scratch) {
    AdamaxUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
