package dev.annette.runtime.train;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** What reads the parts of a kept run that {@link RunOutput} wrote. */
final class RunInput {
  private final CheckedInputStream checked;
  private final DataInputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(RunOutput.FLOATS_AT_ONCE * Float.BYTES);

  RunInput(InputStream in) {
    this.checked = new CheckedInputStream(in, new CRC32C());
    this.in = new DataInputStream(checked);
  }

  boolean getBoolean() throws IOException {
    return in.readBoolean();
  }

  int getInt() throws IOException {
    return in.readInt();
  }

  long getLong() throws IOException {
    return in.readLong();
  }

  double getDouble() throws IOException {
    return in.readDouble();
  }

  /** Reads a text; a length without as many bytes takes no memory. */
  String getText() throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new StreamCorruptedException("a text of " + length + " bytes");
    }
    byte[] utf8 = in.readNBytes(length);
    if (utf8.length < length) {
      throw new StreamCorruptedException("a text that ends too soon");
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Fills an array, which must have the length that was written. */
  void get(float[] values) throws IOException {
    int length = in.readInt();
    if (length != values.length) {
      throw new StreamCorruptedException(
          "an array of %d numbers in place of %d".formatted(length, values.length));
    }
    for (int from = 0; from < length; from += RunOutput.FLOATS_AT_ONCE) {
      int count = Math.min(RunOutput.FLOATS_AT_ONCE, length - from);
      in.readFully(bytes.array(), 0, count * Float.BYTES);
      bytes.asFloatBuffer().get(values, from, count);
    }
  }

  /** Requires the right checksum, and nothing after it. */
  void end() throws IOException {
    long found = checked.getChecksum().getValue();
    if (in.readLong() != found) {
      throw new StreamCorruptedException("its checksum is another");
    }
    if (in.read() >= 0) {
      throw new StreamCorruptedException("something follows its end");
    }
  }
}
