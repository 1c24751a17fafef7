package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.kernel.Scratch;

/** A loss that a user wrote, computed in double precision row by row. */
public final class CustomLoss {
  private static final int OUTPUTS = 0;
  private static final int TARGETS = 1;
  private static final int DERIVATIVE = 2;

  private CustomLoss() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param outputs [batch, units]
   * @param targets values, [batch, units], or classes, [batch]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param function computes the loss of a row
   * @param scratch holds the row in doubles
   */
  public static void lossAndGradient(
      float[] outputs,
      Targets targets,
      float[] weights,
      int rows,
      float[] rowLoss,
      float[] gradient,
      int from,
      int to,
      int units,
      LossFunction function,
      Scratch scratch) {
    double[] output = scratch.exactDoubles(OUTPUTS, units);
    double[] target = scratch.exactDoubles(TARGETS, units);
    double[] derivative = scratch.exactDoubles(DERIVATIVE, units);
    for (int row = from; row < to; row++) {
      int start = row * units;
      for (int i = 0; i < units; i++) {
        output[i] = outputs[start + i];
      }
      read(targets, row, target);
      double weight = Rows.weight(weights, row);
      rowLoss[row] = (float) (weight * function.value(output, target));
      function.derivative(output, target, derivative);
      for (int i = 0; i < units; i++) {
        gradient[start + i] = (float) (weight / rows * derivative[i]);
      }
    }
  }

  /** Writes the targets of a row, [units]; a class is a 1 among zeros. */
  private static void read(Targets targets, int row, double[] target) {
    if (targets instanceof Targets.Values values) {
      for (int i = 0; i < target.length; i++) {
        target[i] = values.values()[row * target.length + i];
      }
    } else {
      int label = ((Targets.Classes) targets).indices()[row];
      for (int i = 0; i < target.length; i++) {
        target[i] = i == label ? 1 : 0;
      }
    }
  }
}
