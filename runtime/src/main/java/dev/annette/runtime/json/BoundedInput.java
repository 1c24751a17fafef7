package dev.annette.runtime.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A stream that refuses to give more bytes than a limit, which may grow as it is read. */
final class BoundedInput extends FilterInputStream {
  private final LongSupplier limit;
  private long count;

  BoundedInput(InputStream in, LongSupplier limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    add(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    add(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void add(long bytes) throws ModelFormatException {
    count += bytes;
    if (count > limit.getAsLong()) {
      throw new ModelFormatException(
          "",
          "more than %d bytes; a file of this network cannot be larger"
              .formatted(limit.getAsLong()));
    }
  }
}
