package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;

/** A part of a training step that works on rows: forward, loss and backward, or some of them. */
@FunctionalInterface
public interface RowPhase {
  /**
   * Works on the rows {@code [from, to)} of the batch at hand; calls for disjoint rows run at the
   * same time.
   *
   * @param from the first row
   * @param to the row after the last
   * @param scratch temporary arrays of the calling thread
   */
  void run(int from, int to, Scratch scratch);
}
