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
      float weight = Rows.weight(weights, row);
      float scale = weight / rows;
      int start = row * units;
      float max = max(logits, start, units);
      float sum = exponentials(logits, gradient, start, units, max);
      float logSum = FloatMath.log(sum);
      if (targets instanceof Targets.Classes classes) {
        int target = start + classes.indices()[row];
        rowLoss[row] = weight * (logSum - (logits[target] - max));
        distribution(gradient, start, units, sum, scale);
        gradient[target] -= scale;
      } else {
        float[] shares = ((Targets.Values) targets).values();
        rowLoss[row] = weight * expectation(logits, shares, start, units, max, logSum);
        distribution(gradient, start, units, sum, scale);
        for (int i = start; i < start + units; i++) {
          gradient[i] -= scale * shares[i];
        }
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

  /** Writes {@code exp(z − max)} of a row and returns the sum. */
  private static float exponentials(float[] logits, float[] out, int start, int units, float max) {
    int end = start + units;
    for (int i = start; i < end; i++) {
      out[i] = logits[i] - max;
    }
    Kernels.active().exp(out, start, out, start, units);
    float sum = 0f;
    for (int i = start; i < end; i++) {
      sum += out[i];
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
