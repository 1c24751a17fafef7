package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Gradient descent on batches: {@code w ← w − η·g}, or with momentum μ as in PyTorch {@code v ← μ·v
 * + g, w ← w − η·v} (Polyak 1964); Nesterov's form is {@code w ← w − η·(g + μ·v)} with the new v
 * (Sutskever et al. 2013).
 *
 * @param learningRate η, above 0
 * @param momentum μ, from 0 to below 1
 * @param nesterov whether the step looks ahead
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the number and its range
   */
  public Sgd {
    Rules.require(NumberRule.LEARNING_RATE, learningRate, "learning rate of Sgd");
    Rules.require(NumberRule.DECAY_RATE, momentum, "momentum of Sgd");
  }

  /** Returns plain gradient descent. */
  public static Sgd of(double learningRate) {
    return new Sgd(learningRate, 0, false);
  }

  /** Returns gradient descent with momentum. */
  public static Sgd momentum(double learningRate, double momentum) {
    return new Sgd(learningRate, momentum, false);
  }

  /** Returns gradient descent with Nesterov's momentum. */
  public static Sgd nesterov(double learningRate, double momentum) {
    return new Sgd(learningRate, momentum, true);
  }

  /** Returns the same with another learning rate. */
  public Sgd withLearningRate(double rate) {
    return new Sgd(rate, momentum, nesterov);
  }

  /** Returns the same with another momentum. */
  public Sgd withMomentum(double share) {
    return new Sgd(learningRate, share, nesterov);
  }

  @Override
  public String name() {
    return momentum == 0 ? "Sgd" : nesterov ? "Sgd.nesterov" : "Sgd.momentum";
  }

  @Override
  public int stateArrays() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public boolean adaptive() {
    return false;
  }

  @Override
  public double reach() {
    return nesterov ? 1 + momentum : 1;
  }

  @Override
  public String describe() {
    String rate = NumberRule.number(learningRate);
    return momentum == 0
        ? "Sgd.of(" + rate + ")"
        : name() + "(" + rate + ", " + NumberRule.number(momentum) + ")";
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    coefficients.learningRate(learningRate).momentum(momentum);
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
    Kernels kernels = Kernels.active();
    if (momentum == 0) {
      kernels.sgd(values, offset, gradient, count, coefficients, scratch);
    } else if (nesterov) {
      kernels.nesterov(values, state[0], offset, gradient, count, coefficients, scratch);
    } else {
      kernels.momentum(values, state[0], offset, gradient, count, coefficients, scratch);
    }
  }
}
