package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.LionUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Lion: {@code w ← w − η·sign(β₁·m + (1 − β₁)·g), m ← β₂·m + (1 − β₂)·g} (Chen et al. 2023).
 * Learning rates are three to ten times smaller than Adam's. L1 penalties enter by their
 * subgradient.
 *
 * @param learningRate η, above 0; 0.0001 by default
 * @param beta1 β₁, the share of the average in the step; 0.9 by default
 * @param beta2 β₂, the share of the old average that is kept; 0.99 by default
 */
public record Lion(double learningRate, double beta1, double beta2) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Lion {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Lion");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of Lion");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of Lion");
  }

  /** Returns Lion with the other numbers at their defaults. */
  public static Lion of(double learningRate) {
    return new Lion(learningRate, 0.9, 0.99);
  }

  /** Returns Lion with all defaults. */
  public static Lion defaults() {
    return of(0.0001);
  }

  /** Returns the same with another learning rate. */
  public Lion withLearningRate(double value) {
    return new Lion(value, beta1, beta2);
  }

  /** Returns the same with another beta1. */
  public Lion withBeta1(double value) {
    return new Lion(learningRate, value, beta2);
  }

  /** Returns the same with another beta2. */
  public Lion withBeta2(double value) {
    return new Lion(learningRate, beta1, value);
  }

  @Override
  public String name() {
    return "Lion";
  }

  @Override
  public int stateArrays() {
    return 1;
  }

  @Override
  public boolean adaptive() {
    return true;
  }

  @Override
  public boolean proximal() {
    return false;
  }

  @Override
  public String describe() {
    return "Lion(learningRate="
        + NumberRule.number(learningRate)
        + ", beta1="
        + NumberRule.number(beta1)
        + ", beta2="
        + NumberRule.number(beta2)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).lion(beta1, beta2);
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
    LionUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
