package dev.annette.runtime.train;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.Inputs;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Locale;

/** What the rows, targets and weights given to a network must keep; each refusal names the row. */
final class BatchCheck {
  /** How far the soft labels of a row may be from summing to 1. */
  private static final double SUM_TOLERANCE = 1e-3;

  private final String network;
  private final int width;
  private final int outputs;
  private final Loss loss;
  private final String lossName;
  private final boolean takesClasses;

  BatchCheck(NetworkDescription description) {
    this.network = description.network();
    this.width = description.inputSize();
    this.outputs = description.outputs();
    this.loss = description.loss();
    this.lossName = description.lossName();
    this.takesClasses = description.outputsAreClasses();
  }

  /**
   * Requires that a batch fits the network.
   *
   * @throws IllegalArgumentException naming row, column, value and rule
   */
  void require(Batch batch) {
    if (batch.width() != width) {
      throw refusal("takes %d numbers a row, but the rows given have %d.", width, batch.width());
    }
    Inputs.requireFinite(network, batch.features(), batch.rows(), width);
    if (batch.targets() instanceof Targets.Classes classes) {
      requireClasses(classes.indices(), batch.rows());
    } else if (batch.targets() instanceof Targets.Values values) {
      requireTargetWidth(values.values().length / (batch.features().length / width));
      requireValues(values.values(), batch.rows());
    }
    if (batch.weights() != null) {
      requireWeights(batch.weights(), batch.rows());
    }
  }

  private void requireClasses(int[] classes, int rows) {
    if (!takesClasses) {
      throw refusal(
          "its loss %s takes %d numbers a row as targets, not class indices.", lossName, outputs);
    }
    for (int row = 0; row < rows; row++) {
      if (classes[row] < 0 || classes[row] >= outputs) {
        throw refusal(
            "row %d has class %d; with %d outputs a class is from 0 to %d.",
            row, classes[row], outputs, outputs - 1);
      }
    }
  }

  private void requireTargetWidth(int found) {
    if (found != outputs) {
      throw refusal("has %d outputs, but the rows given have %d targets.", outputs, found);
    }
  }

  private void requireValues(float[] values, int rows) {
    boolean share = loss.isCrossEntropy();
    for (int row = 0, i = 0; row < rows; row++) {
      double sum = 0;
      for (int output = 0; output < outputs; output++, i++) {
        float value = values[i];
        if (!Float.isFinite(value)) {
          throw refusal(
              "the target of row %d, output %d is %s; every target must be a finite number.",
              row, output, value);
        }
        if (share && (value < 0 || value > 1)) {
          throw refusal(
              "the target of row %d, output %d is %s; with %s a target is a probability, from 0"
                  + " to 1.",
              row, output, value, loss);
        }
        sum += value;
      }
      if (loss == Loss.CROSS_ENTROPY && Math.abs(sum - 1) > SUM_TOLERANCE) {
        throw refusal(
            "the targets of row %d sum to %s; with CROSS_ENTROPY they are the probabilities of the"
                + " classes, so their sum must be 1.",
            row, (float) sum);
      }
    }
  }

  private void requireWeights(float[] weights, int rows) {
    for (int row = 0; row < rows; row++) {
      if (!(weights[row] >= 0 && weights[row] <= Float.MAX_VALUE)) {
        throw refusal(
            "row %d has weight %s; a weight must be at least 0 and finite.", row, weights[row]);
      }
    }
  }

  private IllegalArgumentException refusal(String format, Object... arguments) {
    return new IllegalArgumentException(
        network + ": " + String.format(Locale.ROOT, format, arguments));
  }
}
