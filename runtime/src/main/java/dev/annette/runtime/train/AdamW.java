package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * {@link Adam} with decoupled weight decay: {@code w ← (1 − η·ω)·w} before the step (Loshchilov and
 * Hutter 2019), with PyTorch's defaults. Weights decay, biases do not.
 *
 * @param learningRate η, above 0; 0.001 by default
 * @param beta1 β₁, the share of the old average of gradients that is kept; 0.9 by default
 * @param beta2 β₂, the share of the old average of squares that is kept; 0.999 by default
 * @param epsilon ε, above 0; 1e-8 by default
 * @param weightDecay ω, at least 0; 0.01 by default
 */
public record AdamW(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public AdamW {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of AdamW");
    Rules.require(NumberRule.DECAY_RATE, beta1, "beta1 of AdamW");
    Rules.require(NumberRule.DECAY_RATE, beta2, "beta2 of AdamW");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of AdamW");
    Rules.require(NumberRule.WEIGHT_DECAY, weightDecay, "weight decay of AdamW");
  }

  /** Returns AdamW with the other numbers at their defaults. */
  public static AdamW of(double learningRate) {
    return new AdamW(learningRate, 0.9, 0.999, 1e-8, 0.01);
  }

  /** Returns AdamW with all defaults. */
  public static AdamW defaults() {
    return of(0.001);
  }

  /** Returns the same with another learning rate. */
  public AdamW withLearningRate(double rate) {
    return new AdamW(rate, beta1, beta2, epsilon, weightDecay);
  }

  /** Returns the same with other decays of the averages. */
  public AdamW withBetas(double first, double second) {
    return new AdamW(learningRate, first, second, epsilon, weightDecay);
  }

  /** Returns the same with another ε. */
  public AdamW withEpsilon(double value) {
    return new AdamW(learningRate, beta1, beta2, value, weightDecay);
  }

  /** Returns the same with another weight decay. */
  public AdamW withWeightDecay(double decay) {
    return new AdamW(learningRate, beta1, beta2, epsilon, decay);
  }

  @Override
  public String name() {
    return "AdamW";
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
    return "AdamW(learningRate="
        + NumberRule.number(learningRate)
        + ", beta1="
        + NumberRule.number(beta1)
        + ", beta2="
        + NumberRule.number(beta2)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ", weightDecay="
        + NumberRule.number(weightDecay)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients
        .learningRate(learningRate)
        .adam(beta1, beta2, epsilon, update)
        .weightDecay(weightDecay);
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
