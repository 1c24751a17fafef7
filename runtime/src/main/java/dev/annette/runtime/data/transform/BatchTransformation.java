package dev.annette.runtime.data.transform;

import dev.annette.runtime.data.Batch;

/**
 * Something done to every batch between its source and the step that learns from it. What is given
 * stays as it is; the result depends on the batch, the seed and the step alone.
 *
 * <p>It belongs to one trainer and keeps arrays with room for its largest batch: for a batch object
 * that comes again it allocates nothing.
 */
public interface BatchTransformation {
  /**
   * Returns as many rows to learn from, in a batch that the next call fills anew.
   *
   * @param batch rows that fit the network
   * @param step how many updates were made before, in all runs
   */
  Batch apply(Batch batch, long step);
}
