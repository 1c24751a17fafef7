package dev.annette.runtime.train;

import dev.annette.runtime.kernel.GradientSink;
import dev.annette.runtime.kernel.Scratch;

/**
 * Numbers that follow those of the batches without a gradient, such as the mean of every unit.
 * Prediction uses them in place of a batch's own.
 *
 * <p>They move in updates only: a gradient that is computed for its own sake leaves them alone.
 */
public final class RunningStatistic implements GradientSink {
  private final String name;
  private final float[] values;
  private boolean moves = true;

  private RunningStatistic(String name, float[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Returns a statistic that lives in the trainer's own array.
   *
   * @param name its name in the description: {@code hidden.mean}
   * @param values {@code [units]}, holding the start
   */
  public static RunningStatistic of(String name, float[] values) {
    return new RunningStatistic(name, values);
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Takes the new numbers of a panel of units. */
  @Override
  public void accept(float[] panel, int offset, int count, Scratch scratch) {
    if (moves) {
      System.arraycopy(panel, 0, values, offset, count);
    }
  }

  /** Returns the numbers themselves, which the next step changes. */
  float[] values() {
    return values;
  }

  /** Says whether it follows the coming batches. */
  void moves(boolean follow) {
    moves = follow;
  }
}
