package dev.annette.runtime.train;

/** A reader of the values that the last training step computed. */
@FunctionalInterface
public interface ValueVisitor {
  /**
   * Reads one array of the last step.
   *
   * @param name the value: {@code hidden}, {@code hidden.mask}
   * @param values {@code [rows, units]} row-major, with room for more rows perhaps; the trainer's
   *     own array, not to be changed
   * @param rows the rows of the last batch; 1 for what all of them share
   * @param units the numbers in a row
   */
  void visit(String name, float[] values, int rows, int units);
}
