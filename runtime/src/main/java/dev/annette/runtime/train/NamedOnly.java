package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * Stands for a method that changes weights by itself, so that a model can say how it was trained.
 */
record NamedOnly(String describe) implements Optimizer {
  @Override
  public String name() {
    return describe;
  }

  @Override
  public double learningRate() {
    return 1;
  }

  @Override
  public int stateArrays() {
    return 0;
  }

  @Override
  public boolean adaptive() {
    return false;
  }

  @Override
  public void set(UpdateCoefficients coefficients, long update) {
    throw noSteps();
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
    throw noSteps();
  }

  private IllegalStateException noSteps() {
    return new IllegalStateException(
        describe
            + " makes no single steps: call prepare(Training.online().optimizer(...)) before"
            + " step.");
  }
}
