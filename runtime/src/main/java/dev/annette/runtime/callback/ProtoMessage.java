package dev.annette.runtime.callback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of Protocol Buffers as bytes: for each field a key, {@code number·8 + wire type}, and
 * its value.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers: Encoding</a>
 */
final class ProtoMessage {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds a field of type {@code double}. */
  ProtoMessage add(int number, double value) {
    key(number, EIGHT_BYTES);
    fixed(Double.doubleToLongBits(value), Double.BYTES);
    return this;
  }

  /** Adds a field of type {@code float}. */
  ProtoMessage add(int number, float value) {
    key(number, FOUR_BYTES);
    fixed(Float.floatToIntBits(value), Float.BYTES);
    return this;
  }

  /** Adds a field of type {@code int64}. */
  ProtoMessage add(int number, long value) {
    key(number, VARINT);
    varint(value);
    return this;
  }

  /** Adds a field of type {@code string}. */
  ProtoMessage add(int number, String value) {
    return add(number, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a field that is a message itself. */
  ProtoMessage add(int number, ProtoMessage value) {
    return add(number, value.toByteArray());
  }

  private ProtoMessage add(int number, byte[] value) {
    key(number, LENGTH_DELIMITED);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void key(int number, int wireType) {
    varint((long) number << 3 | wireType);
  }

  /**
   * Writes seven bits at a time, the lowest first, each byte but the last marked by its top bit.
   */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Writes the lowest byte first. */
  private void fixed(long bits, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (bits >>> (8 * i)));
    }
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
