package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The streams that a file is read through. */
class InputsTest {
  private static final byte[] TEXT = "añ€😀\nb".getBytes(StandardCharsets.UTF_8);

  @Test
  void strict_utf_8_passes_in_any_portions() throws IOException {
    assertArrayEquals(TEXT, new Utf8Input(in(TEXT)).readAllBytes());
    assertArrayEquals(TEXT, singly(new Utf8Input(in(TEXT))));
    assertFalse(new Utf8Input(in(TEXT)).markSupported());
  }

  /** Every character, and what the decoder of the JDK says of random bytes. */
  @Test
  void it_agrees_with_the_decoder() throws IOException {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 61) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, new Utf8Input(in(bytes)).readAllBytes());
      }
    }
    SplittableRandom random = new SplittableRandom(5);
    byte[] starts = {0x41, (byte) 0xC1, (byte) 0xC2, (byte) 0xE0, (byte) 0xED, (byte) 0xF0};
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(4)];
      random.nextBytes(bytes);
      bytes[0] = random.nextBoolean() ? starts[random.nextInt(starts.length)] : bytes[0];
      for (int j = 1; j < bytes.length; j++) {
        bytes[j] = random.nextInt(4) == 0 ? bytes[j] : (byte) (bytes[j] & 0x3F | 0x80);
      }
      assertEquals(isUtf8(bytes), passes(bytes), () -> Arrays.toString(bytes));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean passes(byte[] bytes) throws IOException {
    try {
      new Utf8Input(in(bytes)).readAllBytes();
      return true;
    } catch (ModelFormatException e) {
      assertEquals(ModelRule.UTF_8, e.rule());
      return false;
    }
  }

  @Test
  void a_bound_holds_in_any_portions() throws IOException {
    assertArrayEquals(TEXT, bounded(TEXT.length).readAllBytes());
    assertArrayEquals(TEXT, singly(bounded(TEXT.length)));
    assertEquals(3, bounded(3).skip(3));
    assertFalse(bounded(1).markSupported());
    assertThrows(ModelFormatException.class, () -> bounded(3).skip(4));
    assertThrows(ModelFormatException.class, () -> singly(bounded(TEXT.length - 1)));
    assertThrows(ModelFormatException.class, () -> bounded(TEXT.length - 1).readAllBytes());
  }

  private static InputStream bounded(long limit) {
    return new BoundedInput(in(TEXT), () -> limit, ModelRule.SIZE);
  }

  @Test
  void every_field_of_a_gzip_header_is_passed_over() throws IOException {
    for (int flags = 0; flags < 32; flags++) {
      byte[] member = gzip(flags);
      assertArrayEquals(TEXT, new GzipMember(in(member)).readAllBytes());
      InputStream inflated = new GzipMember(in(member));
      assertEquals(0, inflated.read(new byte[0]));
      assertArrayEquals(TEXT, singly(inflated));
      assertEquals(-1, inflated.read());
    }
    for (int flags = 32; flags < 256; flags += 32) {
      byte[] reserved = gzip(flags);
      assertThrows(ModelFormatException.class, () -> new GzipMember(in(reserved)));
    }
    assertThrows(EOFException.class, () -> new GzipMember(in(new byte[9])));
  }

  /** Returns TEXT compressed, with the fields that the flags say. */
  private static byte[] gzip(int flags) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(plain)) {
      out.write(TEXT);
    }
    byte[] bytes = plain.toByteArray();
    bytes[3] = (byte) flags;
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.write(bytes, 0, 10);
    member.writeBytes((flags & 4) == 0 ? new byte[0] : new byte[] {2, 0, 'x', 'y'});
    member.writeBytes((flags & 8) == 0 ? new byte[0] : new byte[] {'n', 'a', 0});
    member.writeBytes((flags & 16) == 0 ? new byte[0] : new byte[] {'c', 0});
    member.writeBytes((flags & 2) == 0 ? new byte[0] : new byte[2]);
    member.write(bytes, 10, bytes.length - 10);
    return member.toByteArray();
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] singly(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int value = in.read(); value >= 0; value = in.read()) {
      out.write(value);
    }
    return out.toByteArray();
  }
}
