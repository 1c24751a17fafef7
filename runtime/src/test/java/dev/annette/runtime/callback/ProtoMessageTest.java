package dev.annette.runtime.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of the encoding's own page, and the ends of each type. */
class ProtoMessageTest {
  @Test
  void a_varint_has_seven_bits_in_a_byte() {
    assertEquals("089601", hex(new ProtoMessage().add(1, 150L)));
    assertEquals("0800", hex(new ProtoMessage().add(1, 0L)));
    assertEquals("087f", hex(new ProtoMessage().add(1, 127L)));
    assertEquals("088001", hex(new ProtoMessage().add(1, 128L)));
    assertEquals("08ffffffffffffffffff01", hex(new ProtoMessage().add(1, -1L)));
  }

  @Test
  void a_text_has_its_length_before_it() {
    assertEquals("120774657374696e67", hex(new ProtoMessage().add(2, "testing")));
    assertEquals("1202c3a9", hex(new ProtoMessage().add(2, "é")));
  }

  @Test
  void a_message_in_a_message_has_its_length_before_it() {
    assertEquals("1a03089601", hex(new ProtoMessage().add(3, new ProtoMessage().add(1, 150L))));
  }

  @Test
  void a_number_is_little_endian() {
    assertEquals("09000000000000f03f", hex(new ProtoMessage().add(1, 1.0)));
    assertEquals("150000803f", hex(new ProtoMessage().add(2, 1f)));
  }

  private static String hex(ProtoMessage message) {
    return HexFormat.of().formatHex(message.toByteArray());
  }
}
