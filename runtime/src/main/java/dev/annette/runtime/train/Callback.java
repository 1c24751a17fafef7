package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;

/**
 * What a user does in the course of a run: watch, log, save, stop. Called by the thread that called
 * {@code fit}; an exception ends the run and leaves it.
 */
public interface Callback {
  /** Called before the first epoch. One object that serves several runs forgets the last here. */
  default void onStart(Control control) {}

  /**
   * Called after every epoch, when it is in the history.
   *
   * @param epoch what it came to
   * @param control the run
   */
  default void onEpoch(EpochRecord epoch, Control control) {}

  /**
   * Called once when the run has ended for whatever reason, divergence too, and the weights are
   * those that {@code fit} leaves.
   */
  default void onEnd(Control control) {}
}
