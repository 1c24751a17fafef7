package dev.annette.runtime.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Content that tells whether it is whole: one number over and over, and which one. */
final class Generation {
  private static final int NUMBERS = 35_000;

  private Generation() {}

  static void save(int number, Path file, Disk disk) throws IOException {
    AtomicFile.replace(file, out -> write(number, out), disk);
  }

  static void write(int number, OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(NUMBERS * Integer.BYTES);
    while (bytes.hasRemaining()) {
      bytes.putInt(number);
    }
    out.write(bytes.array(), 0, bytes.capacity() / 2);
    out.write(bytes.array(), bytes.capacity() / 2, bytes.capacity() / 2);
  }

  /** Returns the number; −1 if there is no content, or not that of one generation as a whole. */
  static int of(byte[] content) {
    if (content == null || content.length != NUMBERS * Integer.BYTES) {
      return -1;
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int number = bytes.getInt();
    while (bytes.hasRemaining()) {
      if (bytes.getInt() != number) {
        return -1;
      }
    }
    return number;
  }
}
