package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Adam: {@code m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², w ← w − η·m̂/(√v̂ + ε)} with the
 * averages corrected for their start at 0 (Kingma and Ba 2015), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.001 by default
 * @param beta1 β₁, the share of the old average of gradients that is kept; 0.9 by default
 * @param beta2 β₂, the share of the old average of squares that is kept; 0.999 by default
 * @param epsilon ε, above 0; 1e-8 by default
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Adam {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Adam");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of Adam");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of Adam");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of Adam");
  }

  /** Returns Adam with the other numbers at their defaults. */
  public static Adam of(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8);
  }

  /** Returns Adam with all defaults. */
  public static Adam defaults() {
    return of(0.001);
  }

  /** Returns the same with another learning rate. */
  public Adam withLearningRate(double rate) {
    return new Adam(rate, beta1, beta2, epsilon);
  }

  /** Returns the same with other decays of the averages. */
  public Adam withBetas(double first, double second) {
    return new Adam(learningRate, first, second, epsilon);
  }

  /** Returns the same with another ε. */
  public Adam withEpsilon(double value) {
    return new Adam(learningRate, beta1, beta2, value);
  }

  @Override
  public String name() {
    return "Adam";
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
    return "Adam(learningRate="
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
    Kernels.active()
        .adam(values, state[0], state[1], offset, gradient, count, coefficients, scratch);
  }
}
