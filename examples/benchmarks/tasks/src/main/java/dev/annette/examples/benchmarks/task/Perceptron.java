package dev.annette.examples.benchmarks.task;

import java.util.Arrays;

/**
 * A network of dense layers with ReLU between them, and how it learns.
 *
 * @param widths the inputs, then the units of every layer
 * @param classes whether the outputs are classes, learned by cross-entropy; else numbers, learned
 *     by half the squared error
 * @param dropout the share of units that are left out of every hidden layer
 * @param l2 what the gradient of a weight gains, as a multiple of the weight; biases have none
 * @param adam Adam with 0.9, 0.999 and 1e-8 instead of gradient descent
 * @param rate the learning rate
 * @param momentum of gradient descent: the share of the old velocity that is kept
 */
public record Perceptron(
    int[] widths,
    boolean classes,
    double dropout,
    double l2,
    boolean adam,
    double rate,
    double momentum) {

  /** Returns the number of dense layers. */
  public int layers() {
    return widths.length - 1;
  }

  /** Returns the width of a row. */
  public int inputs() {
    return widths[0];
  }

  /** Returns the units of the last layer. */
  public int outputs() {
    return widths[layers()];
  }

  /** Returns how many weights and biases there are. */
  public int parameters() {
    int count = 0;
    for (int layer = 0; layer < layers(); layer++) {
      count += (widths[layer] + 1) * widths[layer + 1];
    }
    return count;
  }

  /**
   * Returns the floating-point operations of a pass over one row, two for each weight; the gradient
   * of the inputs is needed by no one.
   */
  public double operations(boolean training) {
    double forward = 0;
    for (int layer = 0; layer < layers(); layer++) {
      forward += 2.0 * widths[layer] * widths[layer + 1];
    }
    return training ? 3 * forward - 2.0 * widths[0] * widths[1] : forward;
  }

  /** Returns the same network without dropout. */
  public Perceptron withoutDropout() {
    return new Perceptron(widths, classes, 0, l2, adam, rate, momentum);
  }

  /** Returns the same network with another learning rate. */
  public Perceptron withRate(double other) {
    return new Perceptron(widths, classes, dropout, l2, adam, other, momentum);
  }

  /** Returns the widths with lines between them, as {@code 784-128-10}. */
  @Override
  public String toString() {
    return Arrays.toString(widths).replaceAll("[\\[\\]]", "").replace(", ", "-");
  }
}
