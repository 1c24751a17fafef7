package dev.annette.runtime.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A feature that a hash of a text chooses among several: FNV-1a, 64 bits, of its UTF-8 bytes. */
public final class Hashing {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashing() {}

  /**
   * Writes the features of a text.
   *
   * @param features written from {@code at} on, {@code buckets} of them
   * @throws ColumnValueException if the text is missing
   */
  public static void encode(String column, String value, int buckets, float[] features, int at) {
    OneHot.write(index(column, value, buckets), buckets, features, at);
  }

  /**
   * Returns which of the buckets the hash of a text chooses.
   *
   * @throws ColumnValueException if the text is missing
   */
  public static int index(String column, String value, int buckets) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    return (int) Long.remainderUnsigned(hash(value), buckets);
  }

  /** Returns the names of the features: {@code cabin#0}. */
  public static List<String> names(String column, int buckets) {
    return IntStream.range(0, buckets).mapToObj(bucket -> column + "#" + bucket).toList();
  }

  static long hash(String text) {
    long hash = OFFSET;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ each & 0xff) * PRIME;
    }
    return hash;
  }
}
