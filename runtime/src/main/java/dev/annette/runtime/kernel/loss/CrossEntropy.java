package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code −Σ t·log p} of probabilities p, summed over the classes.
 *
 * <p>The twin of {@link SoftmaxCrossEntropy} without the softmax: networks train with the fused
 * one, and this one checks it. It loses accuracy where p comes near 0; a p below {@link
 * Float#MIN_NORMAL} is taken as that, so loss and gradient stay finite.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param probabilities [batch, units], every row a distribution
   * @param targets classes, [batch], or a distribution per row, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param scratch not used
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
    for (int row = from; row < to; row++) {
      float weight = Rows.weight(weights, row);
      float scale = weight / rows;
      int start = row * units;
      if (targets instanceof Targets.Classes classes) {
        int target = start + classes.indices()[row];
        for (int i = start; i < start + units; i++) {
          gradient[i] = 0f;
        }
        float p = Math.max(probabilities[target], Float.MIN_NORMAL);
        gradient[target] = -scale * (1f / p);
        rowLoss[row] = -weight * FloatMath.log(p);
      } else {
        float[] shares = ((Targets.Values) targets).values();
        float sum = 0f;
        for (int i = start; i < start + units; i++) {
          float p = Math.max(probabilities[i], Float.MIN_NORMAL);
          gradient[i] = -scale * (shares[i] / p);
          sum -= shares[i] * FloatMath.log(p);
        }
        rowLoss[row] = weight * sum;
      }
    }
  }
}
