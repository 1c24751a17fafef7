package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import java.util.List;
import java.util.function.Supplier;

/** What is measured of the training rows before a run, batch by batch in one or more passes. */
interface Fitting {
  /** Takes the next rows, in their order. */
  void add(Batch rows);

  /**
   * Ends a pass over all rows, of which there is at least one; returns whether one more follows.
   *
   * @throws IllegalArgumentException if what was measured cannot be used
   */
  boolean endPass();

  /** Takes over what was measured in all passes. */
  void store();

  /**
   * Measures all at once, in as many passes as the longest takes; nothing is stored.
   *
   * @param rows starts a pass over the rows
   */
  static void measure(List<? extends Fitting> all, Supplier<? extends Iterable<Batch>> rows) {
    List<? extends Fitting> open = all;
    while (!open.isEmpty()) {
      for (Batch batch : rows.get()) {
        for (Fitting one : open) {
          one.add(batch);
        }
      }
      open = open.stream().filter(Fitting::endPass).toList();
    }
  }
}
