package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;

/** The part of a training step that turns kept rows into gradients of the parameters. */
@FunctionalInterface
public interface UpdatePhase {
  /**
   * Hands one share of every parameter's gradient to its {@link LearnedParameter}; calls for
   * different shares run at the same time.
   *
   * @param part the share, from 0
   * @param parts the number of shares
   * @param scratch temporary arrays of the calling thread
   */
  void run(int part, int parts, Scratch scratch);
}
