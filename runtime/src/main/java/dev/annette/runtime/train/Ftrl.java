package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.FtrlUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * FTRL-proximal: follows the regularised leader, one learning rate a weight, exact zeros under L1
 * (McMahan et al. 2013): {@code w = −soft(z, t·l1)·η/(β + √n)}. Penalties are those of the declared
 * objective.
 *
 * @param learningRate η, above 0; the α of the paper, 0.1 by default
 * @param beta β, above 0; 1 by default
 */
public record Ftrl(double learningRate, double beta) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Ftrl {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Ftrl");
    Rules.require(NumberRule.EPSILON, beta, "beta of Ftrl");
  }

  /** Returns Ftrl with the other numbers at their defaults. */
  public static Ftrl of(double learningRate) {
    return new Ftrl(learningRate, 1);
  }

  /** Returns Ftrl with all defaults. */
  public static Ftrl defaults() {
    return of(0.1);
  }

  /** Returns the same with another learning rate. */
  public Ftrl withLearningRate(double value) {
    return new Ftrl(value, beta);
  }

  /** Returns the same with another beta. */
  public Ftrl withBeta(double value) {
    return new Ftrl(learningRate, value);
  }

  @Override
  public String name() {
    return "Ftrl";
  }

  @Override
  public int stateArrays() {
    return 2;
  }

  /** Returns false: w is a function of z, n and η, so another η would move every weight. */
  @Override
  public boolean rateMayChange() {
    return false;
  }

  @Override
  public boolean adaptive() {
    return true;
  }

  @Override
  public String describe() {
    return "Ftrl(learningRate="
        + NumberRule.number(learningRate)
        + ", beta="
        + NumberRule.number(beta)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).ftrl(beta, update);
  }

  /** Gives z, of which w is a function, the value that leads to the weights there are. */
  @Override
  public void adopt(float[] values, float[][] state, UpdateCoefficients coefficients) {
    FtrlUpdate.INSTANCE.adopt(values, state[0], state[1], coefficients);
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
    FtrlUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
