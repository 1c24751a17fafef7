package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.AdagradUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Adagrad: {@code s ← s + g², w ← w − η·g/(√s + ε)} with {@code η/(1 + (t − 1)·decay)} in place of
 * η at the t-th update (Duchi et al. 2011), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 0.01 by default
 * @param learningRateDecay how fast η falls, at least 0; 0 by default
 * @param epsilon ε, above 0; 1e-10 by default
 */
public record Adagrad(double learningRate, double learningRateDecay, double epsilon)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Adagrad {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Adagrad");
    Rules.require(NumberRule.WEIGHT_DECAY, learningRateDecay, "learning rate decay of Adagrad");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of Adagrad");
  }

  /** Returns Adagrad with the other numbers at their defaults. */
  public static Adagrad of(double learningRate) {
    return new Adagrad(learningRate, 0, 1e-10);
  }

  /** Returns Adagrad with all defaults. */
  public static Adagrad defaults() {
    return of(0.01);
  }

  /** Returns the same with another learning rate. */
  public Adagrad withLearningRate(double value) {
    return new Adagrad(value, learningRateDecay, epsilon);
  }

  /** Returns the same with another learning rate decay. */
  public Adagrad withLearningRateDecay(double value) {
    return new Adagrad(learningRate, value, epsilon);
  }

  /** Returns the same with another epsilon. */
  public Adagrad withEpsilon(double value) {
    return new Adagrad(learningRate, learningRateDecay, value);
  }

  @Override
  public String name() {
    return "Adagrad";
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
    return "Adagrad(learningRate="
        + NumberRule.number(learningRate)
        + ", learningRateDecay="
        + NumberRule.number(learningRateDecay)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients
        .learningRate(learningRate / (1 + (update - 1) * learningRateDecay))
        .adagrad(epsilon);
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
    AdagradUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
