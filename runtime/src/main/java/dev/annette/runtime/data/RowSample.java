package dev.annette.runtime.data;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;

/**
 * Some rows of a pass, each equally likely to be among them (Vitter 1985, algorithm R), and how
 * many rows there were with what weights.
 */
public final class RowSample {
  private final Batch sample;
  private final RandomSequence random;
  private int rows;
  private double weights;

  /**
   * Starts with no row.
   *
   * @param capacity how many rows are kept at most, at least 1
   * @param seed the same seed and rows give the same sample
   */
  public RowSample(RowSource source, int capacity, long seed) {
    this.sample = Batch.withRoomFor(capacity, source);
    this.random = new RandomSequence(CounterRandom.key(seed, Purpose.SHUFFLE, "sample"));
  }

  /** Takes the next rows. */
  public void add(Batch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      int place = rows < sample.capacity() ? rows : random.below(rows + 1);
      if (place < sample.capacity()) {
        batch.copyRow(row, sample, place);
      }
      rows = Math.incrementExact(rows);
      weights += batch.weights() == null ? 1 : batch.weights()[row];
    }
  }

  /** Returns how many rows there were. */
  public int rows() {
    return rows;
  }

  /** Returns the sum of their weights. */
  public double weights() {
    return weights;
  }

  /** Returns the rows kept, each of which counts the same. */
  public Dataset dataset() {
    sample.rows(Math.min(rows, sample.capacity()));
    return sample.toDataset();
  }
}
