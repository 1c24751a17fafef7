package dev.annette.runtime.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A stream that begins with a text and then goes on for as long as anybody reads, up to 4 GiB. */
final class RepeatedBytes extends InputStream {
  private final LongFunction<String> piece;
  private byte[] current;
  private int at;
  private long pieces;
  private long left = 4L << 30;

  /**
   * Starts a stream.
   *
   * @param piece the text that follows, by its number from 0; null at the end
   */
  RepeatedBytes(String start, LongFunction<String> piece) {
    this.piece = piece;
    this.current = start.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    if (left-- <= 0) {
      return -1;
    }
    while (at == current.length) {
      String next = piece.apply(pieces++);
      if (next == null) {
        left = 0;
        return -1;
      }
      current = next.getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return current[at++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    for (int i = 0; i < count; i++) {
      int value = read();
      if (value < 0) {
        return i == 0 ? -1 : i;
      }
      bytes[from + i] = (byte) value;
    }
    return count;
  }
}
