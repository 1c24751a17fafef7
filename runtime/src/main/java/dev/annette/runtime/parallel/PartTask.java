package dev.annette.runtime.parallel;

import dev.annette.runtime.kernel.Scratch;

/** Work in independent parts that may run at the same time. */
@FunctionalInterface
public interface PartTask {
  /**
   * Does one part.
   *
   * @param part the number of the part, from 0
   * @param scratch temporary arrays that no other thread uses meanwhile
   */
  void run(int part, Scratch scratch);
}
