package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * RMSProp: {@code s ← α·s + (1 − α)·g², w ← w − η·g/(√s + ε)} (Tieleman and Hinton 2012), with
 * PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.01 by default
 * @param alpha α, the share of the old average that is kept; 0.99 by default
 * @param epsilon ε, above 0; 1e-8 by default
 */
public record RmsProp(double learningRate, double alpha, double epsilon) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public RmsProp {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of RmsProp");
    Rules.require(NumberRule.DECAY_RATE, alpha, "alpha of RmsProp");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of RmsProp");
  }

  /** Returns RMSProp with default α and ε. */
  public static RmsProp of(double learningRate) {
    return new RmsProp(learningRate, 0.99, 1e-8);
  }

  /** Returns RMSProp with all defaults. */
  public static RmsProp defaults() {
    return of(0.01);
  }

  /** Returns the same with another learning rate. */
  public RmsProp withLearningRate(double rate) {
    return new RmsProp(rate, alpha, epsilon);
  }

  /** Returns the same with another α. */
  public RmsProp withAlpha(double share) {
    return new RmsProp(learningRate, share, epsilon);
  }

  /** Returns the same with another ε. */
  public RmsProp withEpsilon(double value) {
    return new RmsProp(learningRate, alpha, value);
  }

  @Override
  public String name() {
    return "RmsProp";
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
  public String describe() {
    return "RmsProp(learningRate="
        + NumberRule.number(learningRate)
        + ", alpha="
        + NumberRule.number(alpha)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).rmsProp(alpha, epsilon);
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
    Kernels.active().rmsProp(values, state[0], offset, gradient, count, coefficients, scratch);
  }
}
