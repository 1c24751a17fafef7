package dev.annette.runtime.data;

import java.io.IOException;

/**
 * Rows that are read anew for every pass over them, so that they need not be in memory. Every pass
 * gives the same rows in the same order.
 */
public interface RowSource {
  /** Returns how many features a row has. */
  int width();

  /** Returns how many numbers to predict a row has; 0 if it belongs to a class. */
  int targetWidth();

  /** Returns whether rows say what they count. */
  boolean isWeighted();

  /**
   * Opens the rows at the first.
   *
   * @throws IOException if they cannot be read
   */
  Pass open() throws IOException;

  /** One pass over the rows. */
  interface Pass extends AutoCloseable {
    /**
     * Writes the next row to a place of arrays; those that the rows have no numbers for are empty.
     *
     * @param features {@code [> place, width]}
     * @param targets {@code [> place, targetWidth]}
     * @param labels {@code [> place]}
     * @param weights {@code [> place]}
     * @return whether there was one
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException naming row, column, value and rule
     */
    boolean next(int place, float[] features, float[] targets, int[] labels, float[] weights)
        throws IOException;

    /** Ends the pass, at whatever row. */
    @Override
    void close();
  }
}
