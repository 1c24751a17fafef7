package dev.annette.runtime.json;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What one member of gzip (RFC 1952) inflates to, which is all that the stream has: its length and
 * its CRC-32 are compared at the end, and nothing may follow.
 */
final class GzipMember extends InflaterInputStream {
  private static final int BUFFER = 1 << 13; // bytes
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final CRC32 crc = new CRC32();
  private long length;
  private boolean ended;

  /** Reads the header. */
  GzipMember(InputStream in) throws IOException {
    super(in, new Inflater(true), BUFFER);
    skipHeader();
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = super.read(bytes, from, count);
    if (read > 0) {
      crc.update(bytes, from, read);
      length += read;
    } else if (read < 0 && !ended) {
      ended = true;
      requireTrailer();
    }
    return read;
  }

  /** Frees the inflater; the stream below stays open. */
  @Override
  public void close() {
    inf.end();
  }

  private void skipHeader() throws IOException {
    byte[] fixed = exactly(in, 10);
    int flags = fixed[3] & 0xFF;
    require(fixed[2] == DEFLATE && (flags & RESERVED) == 0, "a header of gzip", "another");
    if ((flags & EXTRA) != 0) {
      byte[] size = exactly(in, 2);
      exactly(in, (size[0] & 0xFF) | (size[1] & 0xFF) << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      exactly(in, 2);
    }
  }

  private void skipText() throws IOException {
    while (exactly(in, 1)[0] != 0) {
      // up to the zero that ends it
    }
  }

  private void requireTrailer() throws IOException {
    int rest = inf.getRemaining();
    InputStream after =
        new SequenceInputStream(new ByteArrayInputStream(buf, len - rest, rest), in);
    byte[] trailer = exactly(after, 8);
    require(littleEndian(trailer, 0) == crc.getValue(), "the data that were compressed", "others");
    require(littleEndian(trailer, 4) == (length & 0xFFFFFFFFL), "as many bytes", "another number");
    require(after.read() < 0, "the end of the file after the compressed data", "more bytes");
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static long littleEndian(byte[] bytes, int from) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | bytes[from + i] & 0xFF;
    }
    return value;
  }

  private static void require(boolean holds, String expected, String found)
      throws ModelFormatException {
    if (!holds) {
      throw new ModelFormatException(ModelRule.COMPRESSION, JsonPlace.FILE, expected, found);
    }
  }
}
