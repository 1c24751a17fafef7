package dev.annette.runtime.kernel;

/** A kernel that works row by row, such as an activation's. */
@FunctionalInterface
public interface RowFunction {
  /**
   * Writes the function of the rows {@code [from, to)}.
   *
   * @param x {@code [rows, units]}
   * @param y {@code [rows, units]}; may be {@code x}
   */
  void apply(float[] x, float[] y, int from, int to, int units, Scratch scratch);
}
