package dev.annette.runtime.kernel.loss;

/** What the losses read about rows besides their outputs. */
final class Rows {
  private Rows() {}

  /** Returns the weight of a row: 1 where there are no weights. */
  static float weight(float[] weights, int row) {
    return weights == null ? 1f : weights[row];
  }

  /**
   * Returns the targets as values, {@code [batch, units]}.
   *
   * @throws IllegalArgumentException if they are classes, which the loss cannot use
   */
  static float[] values(Targets targets, String loss) {
    if (targets instanceof Targets.Values values) {
      return values.values();
    }
    throw new IllegalArgumentException(
        "The targets of a "
            + loss
            + " are classes; it compares every output with a number of its own. Give it"
            + " Targets.Values, one number per output.");
  }
}
