package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;

/** A pass over a whole parameter, before or after the optimizer's step. */
public interface ParameterPass {
  /** Returns its multiply-adds; a small pass is not worth several threads. */
  long work();

  /**
   * Does one share of the work; calls for different shares run at the same time. The result must
   * not depend on the number of shares.
   *
   * @param part the share, from 0
   * @param parts the number of shares
   * @param scratch temporary arrays of the calling thread
   */
  void run(int part, int parts, Scratch scratch);

  /** Returns the first of {@code count} things that belong to a share. */
  static int boundary(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }
}
