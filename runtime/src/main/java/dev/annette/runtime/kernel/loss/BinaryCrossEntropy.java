package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code −t·log p − (1 − t)·log(1 − p)} of probabilities p, averaged over the outputs.
 *
 * <p>The twin of {@link SigmoidBinaryCrossEntropy} without the sigmoid: networks train with the
 * fused one, and this one checks it. It loses accuracy where p comes near 0 or 1, since 1 − p has
 * been rounded by then; there p and 1 − p are taken as {@link Float#MIN_NORMAL}, so loss and
 * gradient stay finite.
 */
public final class BinaryCrossEntropy {
  private BinaryCrossEntropy() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param probabilities [batch, units], each from 0 to 1
   * @param targets values, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param scratch not used
   * @throws IllegalArgumentException if the targets are classes
   */
  public static void lossAndGradient(
      float[] probabilities,
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
        float p = Math.max(probabilities[i], Float.MIN_NORMAL);
        float q = Math.max(1f - probabilities[i], Float.MIN_NORMAL);
        float t = values[i];
        gradient[i] = scale * ((1f - t) / q - t / p);
        sum += -t * FloatMath.log(p) - (1f - t) * FloatMath.log(q);
      }
      rowLoss[row] = weight * (sum / units);
    }
  }
}
