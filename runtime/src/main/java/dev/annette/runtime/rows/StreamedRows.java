package dev.annette.runtime.rows;

import dev.annette.runtime.data.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;

/** Typed rows that are read anew for every pass, and encoded as they come. */
final class StreamedRows<R> implements RowSource {
  private final RowEncoding<R> encoding;
  private final RowStreams<? extends R> streams;
  private Stream<? extends R> last;

  StreamedRows(RowType<R> type, RowStreams<? extends R> streams) {
    this.encoding = new RowEncoding<>(type);
    this.streams = streams;
  }

  @Override
  public int width() {
    return encoding.width();
  }

  @Override
  public int targetWidth() {
    return encoding.targetWidth();
  }

  @Override
  public boolean isWeighted() {
    return encoding.type().isWeighted();
  }

  @Override
  public Pass open() throws IOException {
    Stream<? extends R> opened = streams.open();
    if (opened == null || opened == last) {
      throw new IllegalArgumentException(
          "the rows were asked for once more, but "
              + (opened == null ? "there was no stream" : "came as the same stream")
              + "; every pass over them needs a new one");
    }
    last = opened;
    return new TypedPass(opened);
  }

  /** One pass over the rows of a stream. */
  private final class TypedPass implements Pass {
    private final Stream<? extends R> stream;
    private final Iterator<? extends R> rows;
    private long number;

    TypedPass(Stream<? extends R> stream) {
      this.stream = stream;
      this.rows = stream.sequential().iterator();
    }

    @Override
    public boolean next(int place, float[] features, float[] targets, int[] labels, float[] weights)
        throws IOException {
      try {
        if (!rows.hasNext()) {
          return false;
        }
        encoding.write(rows.next(), number++, place, features, targets, labels, weights);
        return true;
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
