package dev.annette.runtime.kernel.loss;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Kernels;
import dev.annette.runtime.kernel.Scratch;

/**
 * {@code −Σ t·log p} with {@code p = softmax(z)} of logits z, summed over the classes. Computed as
 * {@code Σ t·(log Σ exp(z − max) − (z − max))}, which is exact for large logits; the derivative is
 * {@code p − t}.
 */
public final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /**
   * Writes loss and gradient of the rows {@code [from, to)}.
   *
   * @param logits [batch, units]
   * @param targets classes, [batch], or a distribution per row, [batch, units]
   * @param weights [batch] the weight of every row, or null for 1
   * @param rows the number of rows in the batch, by which the gradient is divided
   * @param rowLoss [batch] out: weight times loss of every row
   * @param gradient [batch, units] out: {@code weight/rows} times the derivative of the row's loss
   * @param scratch not used
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
    for (int row = from; row < to; row++) {
      float max = max(logits, row * units, units);
      rowLoss[row] = max;
      for (int i = row * units; i < (row + 1) * units; i++) {
        gradient[i] = logits[i] - max;
      }
    }
    int first = from * units;
    Kernels.active().exp(gradient, first, gradient, first, to * units - first);
    for (int row = from; row < to; row++) {
      float weight = Rows.weight(weights, row);
      finish(logits, targets, weight, weight / rows, rowLoss, gradient, row, units);
    }
  }

  /** Turns a row's maximum and exponentials into its loss and gradient, in place. */
  private static void finish(
      float[] logits,
      Targets targets,
      float weight,
      float scale,
      float[] rowLoss,
      float[] gradient,
      int row,
      int units) {
    int start = row * units;
    float max = rowLoss[row];
    float sum = sum(gradient, start, units);
    float logSum = FloatMath.log(sum);
    distribution(gradient, start, units, sum, scale);
    if (targets instanceof Targets.Classes classes) {
      int target = start + classes.indices()[row];
      rowLoss[row] = weight * (logSum - (logits[target] - max));
      gradient[target] -= scale;
    } else {
      float[] shares = ((Targets.Values) targets).values();
      rowLoss[row] = weight * expectation(logits, shares, start, units, max, logSum);
      for (int i = start; i < start + units; i++) {
        gradient[i] -= scale * shares[i];
      }
    }
  }

  private static float max(float[] logits, int start, int units) {
    float max = logits[start];
    for (int i = start + 1; i < start + units; i++) {
      max = Math.max(max, logits[i]);
    }
    return max;
  }

  private static float sum(float[] e, int start, int units) {
    float sum = 0f;
    for (int i = start; i < start + units; i++) {
      sum += e[i];
    }
    return sum;
  }

  /** Turns the exponentials of a row into {@code scale·p}. */
  private static void distribution(float[] e, int start, int units, float sum, float scale) {
    for (int i = start; i < start + units; i++) {
      e[i] = scale * (e[i] / sum);
    }
  }

  /** Returns {@code −Σ t·log p} of a row; a class of share 0 counts nothing, whatever its p. */
  private static float expectation(
      float[] logits, float[] shares, int start, int units, float max, float logSum) {
    float sum = 0f;
    for (int i = start; i < start + units; i++) {
      sum += shares[i] == 0f ? 0f : shares[i] * (logSum - (logits[i] - max));
    }
    return sum;
  }
}
