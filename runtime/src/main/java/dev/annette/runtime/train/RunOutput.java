package dev.annette.runtime.train;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** What writes the parts of a kept run, all in big-endian order, with a checksum at the end. */
final class RunOutput {
  static final int FLOATS_AT_ONCE = 4096;

  private final CheckedOutputStream checked;
  private final DataOutputStream out;
  private final ByteBuffer bytes = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES);

  RunOutput(OutputStream out) {
    this.checked = new CheckedOutputStream(out, new CRC32C());
    this.out = new DataOutputStream(checked);
  }

  void put(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  void put(int value) throws IOException {
    out.writeInt(value);
  }

  void put(long value) throws IOException {
    out.writeLong(value);
  }

  void put(double value) throws IOException {
    out.writeDouble(value);
  }

  /** Writes a text after the number of its bytes. */
  void put(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  /** Writes an array after its length. */
  void put(float[] values) throws IOException {
    out.writeInt(values.length);
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, values.length - from);
      bytes.asFloatBuffer().put(values, from, count);
      out.write(bytes.array(), 0, count * Float.BYTES);
    }
  }

  /** Ends with the checksum of all before. */
  void end() throws IOException {
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }
}
