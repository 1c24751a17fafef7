package dev.annette.runtime.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** The batches of a dataset in memory: one batch, filled row by row in the order of the pass. */
final class DatasetBatches implements Batches {
  private final Dataset dataset;
  private final int batchSize;
  private final IntFunction<int[]> order;
  private final Batch batch;

  DatasetBatches(Dataset dataset, int batchSize, IntFunction<int[]> order) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "the batch size is %d; it must be at least 1".formatted(batchSize));
    }
    this.dataset = dataset;
    this.batchSize = Math.min(batchSize, dataset.rows());
    this.order = order;
    this.batch = Batch.withRoomFor(this.batchSize, dataset);
  }

  @Override
  public Iterable<Batch> epoch(int epoch) {
    int[] chosen = order.apply(epoch);
    return () -> new Pass(chosen);
  }

  @Override
  public int rows() {
    return dataset.rows();
  }

  @Override
  public int batchesPerEpoch() {
    return (rows() + batchSize - 1) / batchSize;
  }

  /** One pass over the rows. */
  private final class Pass implements Iterator<Batch> {
    private final int[] chosen;
    private int next;

    Pass(int[] chosen) {
      this.chosen = chosen;
    }

    @Override
    public boolean hasNext() {
      return next < chosen.length;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the pass has no more batches");
      }
      int count = Math.min(batchSize, chosen.length - next);
      dataset.copyTo(batch, chosen, next, count);
      next += count;
      return batch;
    }
  }
}
