package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;

/** A part of a training step that takes something of all rows, such as the mean of each column. */
@FunctionalInterface
public interface ColumnPhase {
  /**
   * Works on one share of the columns, over all rows of the batch at hand; calls for different
   * shares run at the same time.
   *
   * @param part the share, from 0
   * @param parts the number of shares
   * @param scratch temporary arrays of the calling thread
   */
  void run(int part, int parts, Scratch scratch);
}
