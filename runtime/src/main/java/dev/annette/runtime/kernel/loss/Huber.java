package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.Scratch;

/**
 * {@code ½e²} where {@code |e| ≤ δ}, else {@code δ·(|e| − ½δ)}, with {@code e = output − target};
 * averaged over the outputs (Huber 1964). Computed as {@code c·(e − ½c)} with c being e, held
 * within ±δ.
 */
public final class Huber {
  private Huber() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param outputs [batch, units]
   * @param targets values, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param delta the error δ at which the loss turns from squared to linear, above 0
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
      float delta,
      Scratch scratch) {
    float[] values = Rows.values(targets, "Huber loss");
    for (int row = from; row < to; row++) {
      float weight = Rows.weight(weights, row);
      float scale = weight / ((float) rows * units);
      int end = (row + 1) * units;
      float sum = 0f;
      for (int i = row * units; i < end; i++) {
        float error = outputs[i] - values[i];
        float held = Math.max(Math.min(error, delta), -delta);
        gradient[i] = scale * held;
        sum += held * Math.fma(-0.5f, held, error);
      }
      rowLoss[row] = weight * (sum / units);
    }
  }
}
