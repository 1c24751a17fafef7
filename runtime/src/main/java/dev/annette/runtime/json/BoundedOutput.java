package dev.annette.runtime.json;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that refuses to take more bytes than a reader would. */
final class BoundedOutput extends FilterOutputStream {
  private final long limit;
  private long count;

  BoundedOutput(OutputStream out, long limit) {
    super(out);
    this.limit = limit;
  }

  @Override
  public void write(int value) throws IOException {
    add(1);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    add(length);
    out.write(bytes, from, length);
  }

  private void add(int bytes) throws IOException {
    count += bytes;
    if (count > limit) {
      throw new IOException(
          "the model needs more than the %d bytes a file of it may have; its history is too long"
              .formatted(limit));
    }
  }
}
