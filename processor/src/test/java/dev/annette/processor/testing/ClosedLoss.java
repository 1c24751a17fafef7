package dev.annette.processor.testing;

import dev.annette.runtime.custom.LossFunction;

/** A loss that only this package can make. */
public final class ClosedLoss implements LossFunction {
  ClosedLoss() {}

  @Override
  public double value(double[] outputs, double[] targets) {
    return 0;
  }

  @Override
  public void derivative(double[] outputs, double[] targets, double[] derivative) {
    derivative[0] = 0;
  }
}
