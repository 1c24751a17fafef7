package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code −t·log p − (1 − t)·log(1 − p)} with {@code p = sigmoid(z)} of logits z, averaged over the
 * outputs. Computed as {@code max(z, 0) − z·t + log(1 + exp(−|z|))}, which is exact for large
 * logits; the derivative is {@code p − t}.
 */
public final class SigmoidBinaryCrossEntropy {
  private SigmoidBinaryCrossEntropy() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param logits [batch, units]
   * @param targets values, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param scratch not used
   * @throws IllegalArgumentException if the targets are classes
   */
  public static void lossAndGradient(
      float[] logits,
      Targets targets,
      float[] weights,
      int rows,
      float[] rowLoss,
      float[] gradient,
      int from,
      int to,
      int units,
      Scratch scratch) {
    float[] values = Rows.values(targets, "binary cross-entropy");
    for (int row = from; row < to; row++) {
      float weight = Rows.weight(weights, row);
      float scale = weight / ((float) rows * units);
      int end = (row + 1) * units;
      float sum = 0f;
      for (int i = row * units; i < end; i++) {
        float z = logits[i];
        float t = values[i];
        gradient[i] = scale * (FloatMath.sigmoid(z) - t);
        sum += Math.fma(-z, t, Math.max(z, 0f)) + FloatMath.log1p(FloatMath.exp(-Math.abs(z)));
      }
      rowLoss[row] = weight * (sum / units);
    }
  }
}
