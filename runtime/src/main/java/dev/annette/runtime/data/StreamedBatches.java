package dev.annette.runtime.data;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The batches of rows that are read anew for every pass. Each row is chosen by chance among those
 * in a buffer, and the next one read takes its place; a buffer of one row keeps their order.
 *
 * <p>What goes wrong with reading is an {@link UncheckedIOException} here.
 */
public final class StreamedBatches implements Batches, AutoCloseable {
  private final RowSource source;
  private final int rows;
  private final double weightFactor;
  private final long key;
  private final Batch buffer;
  private final Batch batch;

  /** The pass that is under way, or null. */
  private Pass pass;

  /**
   * Creates batches.
   *
   * @param rows how many there are in a pass; 0 if that is not known yet
   * @param batchSize rows in a batch, at least 1
   * @param bufferSize rows that the next one is chosen among, at least 1
   * @param seed the same seed and pass give the same order
   * @param weightFactor what the weight of a row is multiplied by
   */
  public StreamedBatches(
      RowSource source, int rows, int batchSize, int bufferSize, long seed, double weightFactor) {
    this.source = source;
    this.rows = rows;
    this.weightFactor = weightFactor;
    this.key = CounterRandom.key(seed, Purpose.SHUFFLE, "stream");
    this.buffer = Batch.withRoomFor(bufferSize, source);
    this.batch = Batch.withRoomFor(batchSize, source);
  }

  /** Returns batches of rows of which nothing is known yet, in their order, as they are. */
  public static StreamedBatches inOrder(RowSource source, int batchSize) {
    return new StreamedBatches(source, 0, batchSize, 1, 0, 1);
  }

  @Override
  public Iterable<Batch> epoch(int epoch) {
    return () -> {
      close();
      pass = new Pass(new RandomSequence(CounterRandom.keyAt(key, epoch)));
      pass.fill();
      return pass;
    };
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int batchesPerEpoch() {
    return (int) (((long) rows + batch.capacity() - 1) / batch.capacity());
  }

  /** Ends the pass that is under way. */
  @Override
  public void close() {
    if (pass != null) {
      pass.reading.close();
      pass = null;
    }
  }

  /** One pass over the rows. */
  private final class Pass implements Iterator<Batch> {
    private final RandomSequence random;
    private final RowSource.Pass reading;
    private int held;
    private long taken;
    private boolean ended;

    Pass(RandomSequence random) {
      this.random = random;
      try {
        this.reading = source.open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Fills the buffer. */
    void fill() {
      while (held < buffer.capacity() && read(held)) {
        held++;
      }
    }

    @Override
    public boolean hasNext() {
      return held > 0;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the pass has no more batches");
      }
      int count = 0;
      while (count < batch.capacity() && held > 0) {
        take(count++);
      }
      batch.rows(count);
      taken += count;
      if (held == 0) {
        reading.close();
        requireAll();
      }
      return batch;
    }

    /** Moves a row of the buffer to a place of the batch, and another into its place. */
    private void take(int place) {
      int chosen = held == 1 ? 0 : random.below(held);
      buffer.copyRow(chosen, batch, place);
      if (batch.weights() != null) {
        batch.weights()[place] = (float) (batch.weights()[place] * weightFactor);
      }
      if (!read(chosen)) {
        held--;
        buffer.copyRow(held, buffer, chosen);
      }
    }

    private boolean read(int place) {
      try {
        ended = ended || !buffer.take(reading, place);
        return !ended;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void requireAll() {
      if (rows != 0 && taken != rows) {
        throw new IllegalArgumentException(
            "there were %d rows in the first pass, but %d in a later one; every pass must give the same"
                .formatted(rows, taken));
      }
    }
  }
}
