package dev.annette.runtime.check;

import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.data.Batch;
import java.util.Arrays;

/**
 * The data loss of a batch under a loss that the user wrote: {@code 1/rows · Σ weight·loss} over
 * its rows.
 *
 * @param function computes the loss of a row
 * @param logits what came out of the last layer, [rows, outputs]
 * @param targets what should have, [rows, outputs]; classes as one 1 among zeros
 * @param weights what each row counts, [rows] in an array that may be longer; null if all 1
 * @param recorded what came out of the replayed run's last layer, [rows, outputs]; null if not
 *     known
 */
record CustomLossStep(
    LossFunction function, Matrix logits, Matrix targets, float[] weights, float[] recorded)
    implements BatchLoss {

  static CustomLossStep of(LossFunction function, Matrix logits, Batch batch, float[] recorded) {
    Matrix targets = LossStep.values(batch.targets(), logits.rows(), logits.width());
    return new CustomLossStep(function, logits, targets, batch.weights(), recorded);
  }

  @Override
  public Matrix outputs() {
    return logits;
  }

  @Override
  public double value() {
    double sum = 0;
    for (int row = 0; row < logits.rows(); row++) {
      sum += share(row) * function.value(row(logits, row), row(targets, row));
    }
    return sum;
  }

  /**
   * Returns the derivative that the user wrote. It is taken at the replayed run's outputs, so that
   * a row near a kink lies on the side where the run saw it.
   */
  @Override
  public Matrix gradient() {
    int width = logits.width();
    Matrix gradient = Matrix.zeros(logits.rows(), width);
    double[] derivative = new double[width];
    for (int row = 0; row < logits.rows(); row++) {
      function.derivative(replayed(row), row(targets, row), derivative);
      for (int i = 0; i < width; i++) {
        gradient.values()[row * width + i] = share(row) * derivative[i];
      }
    }
    return gradient;
  }

  /** Returns the row that the run saw, or this one's where a run is too far off to be right. */
  private double[] replayed(int row) {
    double[] own = row(logits, row);
    if (recorded == null) {
      return own;
    }
    double[] seen = new double[own.length];
    double reach = Branches.REACH * logits.magnitude();
    for (int i = 0; i < seen.length; i++) {
      seen[i] = recorded[row * own.length + i];
      if (!(Math.abs(seen[i] - own[i]) <= reach)) {
        return own;
      }
    }
    return seen;
  }

  private double share(int row) {
    return (weights == null ? 1.0 : weights[row]) / logits.rows();
  }

  private static double[] row(Matrix matrix, int row) {
    return Arrays.copyOfRange(matrix.values(), row * matrix.width(), (row + 1) * matrix.width());
  }
}
