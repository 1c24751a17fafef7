package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.Scratch;

/** {@code (output − target)²}, averaged over the outputs. */
public final class MeanSquaredError {
  private MeanSquaredError() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param outputs [batch, units]
   * @param targets values, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param scratch not used
   * @throws IllegalArgumentException if the targets are classes
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
      Scratch scratch) {
    float[] values = Rows.values(targets, "mean squared error");
    for (int row = from; row < to; row++) {
      float weight = Rows.weight(weights, row);
      float scale = weight / ((float) rows * units);
      int end = (row + 1) * units;
      float sum = 0f;
      for (int i = row * units; i < end; i++) {
        float error = outputs[i] - values[i];
        gradient[i] = scale * (2f * error);
        sum += error * error;
      }
      rowLoss[row] = weight * (sum / units);
    }
  }
}
