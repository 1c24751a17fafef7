package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.AmsGradUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * AMSGrad: Adam whose second moment never shrinks, {@code x ← max(x, v), w ← w − η·m̂/(√x̂ + ε)}
 * (Reddi et al. 2018), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.001 by default
 * @param beta1 β₁, the share of the old average that is kept; 0.9 by default
 * @param beta2 β₂, the share of the old average of squares that is kept; 0.999 by default
 * @param epsilon ε, above 0; 1e-8 by default
 */
public record AmsGrad(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public AmsGrad {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of AmsGrad");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of AmsGrad");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of AmsGrad");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of AmsGrad");
  }

  /** Returns AmsGrad with the other numbers at their defaults. */
  public static AmsGrad of(double learningRate) {
    return new AmsGrad(learningRate, 0.9, 0.999, 1e-8);
  }

  /** Returns AmsGrad with all defaults. */
  public static AmsGrad defaults() {
    return of(0.001);
  }

  /** Returns the same with another learning rate. */
  public AmsGrad withLearningRate(double value) {
    return new AmsGrad(value, beta1, beta2, epsilon);
  }

  /** Returns the same with another beta1. */
  public AmsGrad withBeta1(double value) {
    return new AmsGrad(learningRate, value, beta2, epsilon);
  }

  /** Returns the same with another beta2. */
  public AmsGrad withBeta2(double value) {
    return new AmsGrad(learningRate, beta1, value, epsilon);
  }

  /** Returns the same with another epsilon. */
  public AmsGrad withEpsilon(double value) {
    return new AmsGrad(learningRate, beta1, beta2, value);
  }

  @Override
  public String name() {
    return "AmsGrad";
  }

  @Override
  public int stateArrays() {
    return 3;
  }

  @Override
  public boolean adaptive() {
    return true;
  }

  @Override
  public String describe() {
    return "AmsGrad(learningRate="
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
    AmsGradUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
