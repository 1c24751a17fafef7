package dev.annette.runtime.data.transform;

import dev.annette.runtime.kernel.loss.Targets;
import java.util.Arrays;

/** Targets as one number per output: a class is 1 at its own output and 0 at all others. */
final class DenseTargets {
  private DenseTargets() {}

  /**
   * Writes the targets of the first rows.
   *
   * @param dense {@code [≥ rows, outputs]}, overwritten
   */
  static void write(Targets targets, int rows, int outputs, float[] dense) {
    if (targets instanceof Targets.Classes classes) {
      Arrays.fill(dense, 0, rows * outputs, 0);
      for (int row = 0; row < rows; row++) {
        dense[row * outputs + classes.indices()[row]] = 1;
      }
    } else if (targets instanceof Targets.Values values) {
      System.arraycopy(values.values(), 0, dense, 0, rows * outputs);
    }
  }
}
