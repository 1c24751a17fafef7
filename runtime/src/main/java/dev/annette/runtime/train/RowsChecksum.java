package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32C;

/** Tells whether rows are those of another time: how many they are, and a checksum of them all. */
final class RowsChecksum {
  private static final int ROWS_AT_ONCE = 256;

  private final CRC32C checksum = new CRC32C();
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private long rows;

  /** Returns those of a dataset, in words. */
  static String of(Dataset dataset) {
    RowsChecksum all = new RowsChecksum();
    for (Batch batch : Batches.sequential(dataset, ROWS_AT_ONCE).epoch(0)) {
      all.add(batch);
    }
    return all.toString();
  }

  /** Adds rows. */
  void add(Batch batch) {
    int count = batch.rows();
    rows += count;
    add(batch.features(), count * batch.width());
    if (batch.targets() instanceof Targets.Values targets) {
      add(targets.values(), count * (targets.values().length / batch.capacity()));
    } else if (batch.targets() instanceof Targets.Classes targets) {
      reserve(count).asIntBuffer().put(targets.indices(), 0, count);
      checksum.update(bytes);
    }
    if (batch.weights() != null) {
      add(batch.weights(), count);
    }
  }

  private void add(float[] numbers, int count) {
    reserve(count).asFloatBuffer().put(numbers, 0, count);
    checksum.update(bytes);
  }

  private ByteBuffer reserve(int count) {
    if (bytes.capacity() < count * Float.BYTES) {
      bytes = ByteBuffer.allocate(count * Float.BYTES);
    }
    return bytes.clear().limit(count * Float.BYTES);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d with checksum %08x", rows, checksum.getValue());
  }
}
