package dev.annette.runtime.train;

import dev.annette.runtime.kernel.GradientSink;
import dev.annette.runtime.kernel.Scratch;

/**
 * A mean or variance of every unit that follows those of the batches: {@code running = momentum ·
 * running + (1 − momentum) · batch}. Prediction uses it in their place.
 *
 * <p>It moves in updates only: a gradient that is computed for its own sake leaves it alone.
 */
public final class RunningStatistic implements GradientSink {
  private final String name;
  private final float[] values;
  private final Hyperparameter momentum;
  private boolean moves = true;

  /**
   * Creates a statistic that lives in the trainer's own array.
   *
   * @param name its name in the description: {@code hidden.mean}
   * @param values {@code [units]}, holding the start
   * @param momentum the share of the old that a step keeps
   */
  public RunningStatistic(String name, float[] values, Hyperparameter momentum) {
    this.name = name;
    this.values = values;
    this.momentum = momentum;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Moves by the statistic of a batch, a panel of units at a time. */
  @Override
  public void accept(float[] panel, int offset, int count, Scratch scratch) {
    if (!moves) {
      return;
    }
    float kept = (float) momentum.value();
    float taken = (float) (1 - momentum.value());
    for (int i = 0; i < count; i++) {
      values[offset + i] = kept * values[offset + i] + taken * panel[i];
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
