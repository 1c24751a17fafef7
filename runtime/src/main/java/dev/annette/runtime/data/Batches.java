package dev.annette.runtime.data;

/** A source of batches, pass after pass over the same rows. */
public interface Batches {

  /**
   * Returns the batches of one pass, in an order that depends on nothing but the source and the
   * number of the pass. All of them are one object, filled anew for each step; a pass ends where
   * the next one begins.
   *
   * @param epoch the number of the pass
   */
  Iterable<Batch> epoch(int epoch);

  /** Returns how many rows one pass has. */
  int rows();

  /** Returns how many batches one pass has; the last may be smaller. */
  int batchesPerEpoch();

  /**
   * Returns batches of a dataset in an order shuffled for each pass.
   *
   * @param batchSize rows in a batch, at least 1
   * @param seed the same seed and pass give the same order
   * @throws IllegalArgumentException if the batch size is below 1
   */
  static Batches shuffled(Dataset dataset, int batchSize, long seed) {
    return new DatasetBatches(dataset, batchSize, new ShuffledOrder(dataset.rows(), seed));
  }

  /**
   * Returns batches of a dataset in the order of its rows.
   *
   * @param batchSize rows in a batch, at least 1
   * @throws IllegalArgumentException if the batch size is below 1
   */
  static Batches sequential(Dataset dataset, int batchSize) {
    int[] order = Rows.ascending(dataset.rows());
    return new DatasetBatches(dataset, batchSize, epoch -> order);
  }
}
