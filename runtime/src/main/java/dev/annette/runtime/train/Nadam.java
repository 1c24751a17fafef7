package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.NadamUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Nadam: Adam with Nesterov's momentum, whose weight rises as {@code β₁·(1 − ½·0.96^(t·decay))}
 * (Dozat 2016), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.002 by default
 * @param beta1 β₁, the share of the old average that is kept; 0.9 by default
 * @param beta2 β₂, the share of the old average of squares that is kept; 0.999 by default
 * @param epsilon ε, above 0; 1e-8 by default
 * @param momentumDecay how fast the momentum reaches β₁, at least 0; 0.004 by default
 */
public record Nadam(
    double learningRate, double beta1, double beta2, double epsilon, double momentumDecay)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Nadam {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Nadam");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of Nadam");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of Nadam");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of Nadam");
    Rules.require(NumberRule.WEIGHT_DECAY, momentumDecay, "momentum decay of Nadam");
  }

  /** Returns Nadam with the other numbers at their defaults. */
  public static Nadam of(double learningRate) {
    return new Nadam(learningRate, 0.9, 0.999, 1e-8, 0.004);
  }

  /** Returns Nadam with all defaults. */
  public static Nadam defaults() {
    return of(0.002);
  }

  /** Returns the same with another learning rate. */
  public Nadam withLearningRate(double value) {
    return new Nadam(value, beta1, beta2, epsilon, momentumDecay);
  }

  /** Returns the same with another beta1. */
  public Nadam withBeta1(double value) {
    return new Nadam(learningRate, value, beta2, epsilon, momentumDecay);
  }

  /** Returns the same with another beta2. */
  public Nadam withBeta2(double value) {
    return new Nadam(learningRate, beta1, value, epsilon, momentumDecay);
  }

  /** Returns the same with another epsilon. */
  public Nadam withEpsilon(double value) {
    return new Nadam(learningRate, beta1, beta2, value, momentumDecay);
  }

  /** Returns the same with another momentum decay. */
  public Nadam withMomentumDecay(double value) {
    return new Nadam(learningRate, beta1, beta2, epsilon, value);
  }

  @Override
  public String name() {
    return "Nadam";
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
    return "Nadam(learningRate="
        + NumberRule.number(learningRate)
        + ", beta1="
        + NumberRule.number(beta1)
        + ", beta2="
        + NumberRule.number(beta2)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ", momentumDecay="
        + NumberRule.number(momentumDecay)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).nadam(beta1, beta2, epsilon, momentumDecay, update);
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
    NadamUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
