package dev.annette.runtime.train;

import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;

/** The rows that a run learns from, checked for its network, and those that it validates with. */
interface RunRows extends AutoCloseable {
  /** Returns how many rows updates learn from. */
  int count();

  /** Returns batches in a new order for each pass, or in the order of the rows. */
  Batches batches(int batchSize, boolean shuffled);

  /** Returns what is done to every batch. */
  Transformations transformations();

  /** Stores the statistics of these rows that were neither measured nor restored before. */
  void storeStatistics();

  /** Returns the rows, or some of them if they are too many for memory. */
  Dataset sample();

  /** Returns the rows that are only measured; null if there are none. */
  Dataset validation();

  /** Returns in words what tells these rows from others. */
  String identity();

  /** Returns whether every row was checked, and will not change. */
  boolean areChecked();

  /** Lets go of what the rows are read from. */
  @Override
  default void close() {}
}
