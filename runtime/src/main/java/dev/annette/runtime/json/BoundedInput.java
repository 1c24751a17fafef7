package dev.annette.runtime.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A stream that refuses to give more bytes than a limit, which may grow as it is read, or any at
 * all to a thread that was interrupted.
 */
final class BoundedInput extends FilterInputStream {
  private final LongSupplier limit;
  private final ModelRule rule;
  private long count;

  /**
   * Bounds a stream.
   *
   * @param rule what a longer stream breaks
   */
  BoundedInput(InputStream in, LongSupplier limit, ModelRule rule) {
    super(in);
    this.limit = limit;
    this.rule = rule;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    requireUninterrupted();
    int read = in.read(bytes, from, length);
    count += Math.max(read, 0);
    if (count > limit.getAsLong()) {
      throw new ModelFormatException(
          rule,
          JsonPlace.FILE,
          "at most %d bytes, the most that a file of this network has".formatted(limit.getAsLong()),
          "more");
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static void requireUninterrupted() throws ModelFormatException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ModelFormatException(
          ModelRule.INTERRUPTION, JsonPlace.FILE, "a thread that may go on", "an interrupted one");
    }
  }
}
