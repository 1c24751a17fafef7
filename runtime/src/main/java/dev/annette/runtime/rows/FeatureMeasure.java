package dev.annette.runtime.rows;

/**
 * What is measured of one feature of the training rows, in one or more passes over them, so that
 * they need not be in memory. Every pass takes the same features in the same order.
 *
 * @param <T> what is measured
 */
public interface FeatureMeasure<T> {
  /** Takes the feature of the next row, which is finite. */
  void add(float feature);

  /**
   * Ends a pass over all rows, of which there is at least one; returns whether one more follows.
   */
  boolean endPass();

  /** Returns what was measured in all passes. */
  T result();
}
