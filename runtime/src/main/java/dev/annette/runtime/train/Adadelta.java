package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.AdadeltaUpdate;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Adadelta: {@code s ← ρ·s + (1 − ρ)·g², r = √(d + ε)/√(s + ε), d ← ρ·d + (1 − ρ)·(r·g)², w ← w −
 * η·r·g} (Zeiler 2012), with PyTorch's defaults.
 *
 * @param learningRate η, above 0; 1 by default
 * @param rho ρ, the share of the old averages that is kept; 0.9 by default
 * @param epsilon ε, above 0; 1e-6 by default
 */
public record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Adadelta {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Adadelta");
    Rules.require(NumberRule.DECAY_RATE, rho, "rho of Adadelta");
    Rules.require(NumberRule.EPSILON, epsilon, "epsilon of Adadelta");
  }

  /** Returns Adadelta with the other numbers at their defaults. */
  public static Adadelta of(double learningRate) {
    return new Adadelta(learningRate, 0.9, 1e-6);
  }

  /** Returns Adadelta with all defaults. */
  public static Adadelta defaults() {
    return of(1);
  }

  /** Returns the same with another learning rate. */
  public Adadelta withLearningRate(double value) {
    return new Adadelta(value, rho, epsilon);
  }

  /** Returns the same with another rho. */
  public Adadelta withRho(double value) {
    return new Adadelta(learningRate, value, epsilon);
  }

  /** Returns the same with another epsilon. */
  public Adadelta withEpsilon(double value) {
    return new Adadelta(learningRate, rho, value);
  }

  @Override
  public String name() {
    return "Adadelta";
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
    return "Adadelta(learningRate="
        + NumberRule.number(learningRate)
        + ", rho="
        + NumberRule.number(rho)
        + ", epsilon="
        + NumberRule.number(epsilon)
        + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).rmsProp(rho, epsilon);
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
    AdadeltaUpdate.INSTANCE.update(values, state, offset, gradient, count, coefficients, scratch);
  }
}
