package dev.annette.runtime.train;

/** The losses of the rows of a batch, {@code [rows]} in an array that may be longer. */
final class RowLosses {
  private RowLosses() {}

  /** Returns their sum, in double precision in the order of the rows. */
  static double sum(float[] rowLoss, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += rowLoss[row];
    }
    return sum;
  }

  /**
   * Returns what to throw where a loss is not finite, naming the step and the first such row.
   *
   * @param optimizer null if nothing was prepared
   */
  static TrainingDivergedException diverged(
      float[] rowLoss, String network, long step, Optimizer optimizer) {
    int row = 0;
    while (Float.isFinite(rowLoss[row])) {
      row++;
    }
    return new TrainingDivergedException(
        "%s: in step %d the loss of row %d of the batch is %s%s"
            .formatted(
                network,
                step,
                row,
                rowLoss[row],
                optimizer == null
                    ? "."
                    : "; a smaller learning rate than that of "
                        + optimizer.describe()
                        + " may help."));
  }
}
