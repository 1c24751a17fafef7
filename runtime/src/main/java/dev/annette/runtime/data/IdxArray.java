package dev.annette.runtime.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The array in an IDX file: two zero bytes, the type of its elements, the number of dimensions,
 * their lengths as big-endian ints, and the elements, row-major and big-endian.
 *
 * @param type the type of the elements in the file
 * @param shape the lengths of the dimensions, each at least 1
 * @param values the elements; a product of the shape
 */
record IdxArray(IdxType type, List<Integer> shape, float[] values) {
  private static final int BUFFER = 1 << 16;

  boolean isUnsignedBytes() {
    return type == IdxType.UNSIGNED_BYTE;
  }

  /** Reads a file, which must hold the array and nothing more. */
  static IdxArray read(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return read(file, in);
    } catch (EOFException | ZipException e) {
      throw new RowFormatException(file + ": the compressed data are damaged or cut short", e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
    try {
      byte[] start = in.readNBytes(2);
      in.unread(start);
      boolean compressed = start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
      return compressed ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static IdxArray read(Path file, InputStream in) throws IOException {
    ByteBuffer magic = bytes(file, in, 4, "the magic number");
    IdxType type = magic.getShort(0) == 0 ? IdxType.of(magic.get(2)) : null;
    int dimensions = magic.get(3);
    if (type == null || dimensions < 1) {
      throw new RowFormatException(
          "%s is not an IDX file: it starts with %08X instead of 0000, a type, and the number of"
                  .formatted(file, magic.getInt(0))
              + " dimensions");
    }
    List<Integer> shape = shape(file, bytes(file, in, 4 * dimensions, "the dimensions"));
    int count = count(file, shape, type);
    ByteBuffer elements = bytes(file, in, count * type.bytes(), "the elements of " + shape);
    if (in.read() >= 0) {
      throw new RowFormatException(
          "%s goes on after the %d elements of %s".formatted(file, count, shape));
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = type.element(elements, i);
    }
    return new IdxArray(type, shape, values);
  }

  private static List<Integer> shape(Path file, ByteBuffer lengths) throws RowFormatException {
    List<Integer> shape = new ArrayList<>();
    while (lengths.hasRemaining()) {
      shape.add(lengths.getInt());
    }
    if (shape.stream().anyMatch(length -> length < 1)) {
      throw new RowFormatException(
          "%s has dimensions %s; each must be at least 1".formatted(file, shape));
    }
    return shape;
  }

  private static int count(Path file, List<Integer> shape, IdxType type) throws RowFormatException {
    long count = 1;
    for (int length : shape) {
      count *= length;
      if (count * type.bytes() > Integer.MAX_VALUE - 8) {
        throw new RowFormatException(
            "%s has dimensions %s, more than an array can hold".formatted(file, shape));
      }
    }
    return (int) count;
  }

  /** Reads so many bytes. Memory is taken as they come, whatever the header claims. */
  private static ByteBuffer bytes(Path file, InputStream in, int count, String what)
      throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new RowFormatException(
          "%s is cut short: %s take %d bytes, found %d".formatted(file, what, count, bytes.length));
    }
    return ByteBuffer.wrap(bytes);
  }
}
