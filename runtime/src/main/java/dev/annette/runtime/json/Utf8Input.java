package dev.annette.runtime.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give bytes that are not strict UTF-8 (RFC 3629), and says which. */
final class Utf8Input extends FilterInputStream {
  private long offset;
  private int line = 1;
  private int column; // of the last character, from 1

  /** How many bytes the character at hand still needs, and what the next of them may be. */
  private int missing;

  private int low;
  private int high;

  Utf8Input(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = in.read(bytes, from, count);
    if (read < 0 && missing > 0) {
      throw refusal("the end of the file within a character");
    }
    for (int i = from; i < from + read; i++) {
      accept(bytes[i] & 0xFF);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void accept(int value) throws ModelFormatException {
    if (missing > 0) {
      requireIn(value, low, high);
      missing--;
      expect(missing, 0x80, 0xBF);
    } else {
      column++;
      begin(value);
    }
    offset++;
  }

  /** Takes the first byte of a character (RFC 3629 §4). */
  private void begin(int value) throws ModelFormatException {
    if (value < 0x80) {
      if (value == '\n') {
        line++;
        column = 0;
      }
      return;
    }
    requireIn(value, 0xC2, 0xF4);
    if (value < 0xE0) {
      expect(1, 0x80, 0xBF);
    } else if (value < 0xF0) {
      expect(2, value == 0xE0 ? 0xA0 : 0x80, value == 0xED ? 0x9F : 0xBF);
    } else {
      expect(3, value == 0xF0 ? 0x90 : 0x80, value == 0xF4 ? 0x8F : 0xBF);
    }
  }

  private void expect(int bytes, int lowest, int highest) {
    missing = bytes;
    low = lowest;
    high = highest;
  }

  private void requireIn(int value, int lowest, int highest) throws ModelFormatException {
    if (value < lowest || value > highest) {
      throw refusal("byte 0x%02X at offset %d".formatted(value, offset));
    }
  }

  private ModelFormatException refusal(String found) {
    return new ModelFormatException(
        ModelRule.UTF_8, new JsonPlace("", line, Math.max(column, 1)), "strict UTF-8", found);
  }
}
