package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFileTest {
  private static final byte[] SMALL = ModelFile.toBytes(SampleModels.small());
  private static final String TEXT = ModelFileTest.text(SMALL);

  @Test
  void every_truncation_of_a_compressed_model_is_refused() throws IOException {
    assertTruncationsRefused(gzip(SMALL));
  }

  private static void assertTruncationsRefused(byte[] file) {
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(
          ModelFormatException.class,
          () -> ModelFile.load(cut, SampleModels.SMALL),
          () -> "cut to " + cut.length);
    }
  }

  @Test
  void a_flipped_bit_of_a_compressed_model_is_refused_or_changes_nothing() throws IOException {
    assertFlipsAreHarmless(gzip(SMALL));
  }

  private static void assertFlipsAreHarmless(byte[] file) {
    int refused = 0;
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        ModelFileTest.assertSame(SampleModels.small(), ModelFile.load(flipped, SampleModels.SMALL));
      } catch (ModelFormatException e) {
        refused++;
      }
    }
    assertTrue(refused > file.length * 7, refused + " of " + file.length * 8 + " refused");
  }

  @Test
  void both_encodings_at_once_are_refused() {
    String both = "\"base64\":[\"AACAPwAAgD8=\"],\"numbers\":[1.0,-0.33333334]";
    assertRefused(
        TEXT.replace("\"numbers\":[1.0,-0.33333334]", both),
        "/tensors/2/numbers: expected either \"numbers\" or \"base64\", found both");
  }

  @Test
  void anything_after_the_model_is_refused() {
    assertRefused(TEXT + "{}", "expected the end of the file after the model, found an object");
    assertRefused(TEXT + "1", "expected the end of the file after the model, found 1");
  }

  @Test
  void missing_and_surplus_tensors_are_refused() {
    String bias = "{\"name\":\"output.bias\",\"numbers\":[1.0,-0.33333334]}";
    assertRefused(
        TEXT.replace(",\n  " + bias, ""),
        "/tensors: expected 3 tensors, found 2; output.bias is missing");
    assertRefused(
        TEXT.replace(bias, bias + "," + bias), "/tensors/3: expected 3 tensors, found one more");
  }

  @Test
  void deep_nesting_and_long_names_texts_and_numbers_are_refused() {
    String deep = "[".repeat(100_000);
    assertRefused(TEXT.replace("\"units\":2", "\"units\":" + deep), "expected a number, a text");
    assertRefused(TEXT.replace("[3,2]", "[" + deep), "expected a whole number, found an array");
    assertRefused(TEXT.replace("\"units\"", '"' + "u".repeat(1025) + '"'), "/topology/layers/1");
    assertRefused(TEXT.replace("-2.5", "2".repeat(65)), "/tensors/1/numbers");
    assertRefused(
        TEXT.replace("tanh", "t".repeat(5000)), "a text of at most 4096 characters, found 5000");
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF7B, a byte order mark",
    "FEFF007B, UTF-16",
    "FFFE7B00, UTF-16",
    "504B0304, zip",
    "894844460D0A, HDF5",
    "ACED0005, Java object stream",
    "934E554D5059, NumPy",
    "80024B01, pickle",
    "6E756C6C, byte 0x6E as the first",
    "'', an empty file",
  })
  void other_kinds_of_files_are_named(String hex, String kind) {
    assertRefused(HexFormat.of().parseHex(hex), kind);
  }

  @Test
  void only_strict_utf_8_is_read() {
    for (String charset : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
      assertRefused(TEXT.getBytes(Charset.forName(charset)), "");
    }
    byte[] overlong = SMALL.clone();
    int at = TEXT.indexOf("momentum");
    overlong[at] = (byte) 0xC0; // C0 AF: an overlong solidus
    overlong[at + 1] = (byte) 0xAF;
    assertRefused(overlong, "strict UTF-8, found byte 0xC0 at offset " + at);
  }

  @Test
  void a_compressed_bomb_is_refused_by_its_inflated_size() throws IOException {
    long limit = ModelLimits.documentBytes(SampleModels.SMALL);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb, 1 << 16)) {
      gzip.write('{');
      byte[] blanks = new byte[1 << 16];
      Arrays.fill(blanks, (byte) ' ');
      for (long written = 0; written <= limit; written += blanks.length) {
        gzip.write(blanks);
      }
    }
    assertTrue(bomb.size() < limit / 900, "the bomb has " + bomb.size() + " bytes");
    assertRefused(bomb.toByteArray(), "at most " + limit + " bytes");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static void assertRefused(String text, String message) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), message);
  }

  private static void assertRefused(byte[] bytes, String message) {
    ModelFormatException e =
        assertThrows(ModelFormatException.class, () -> ModelFile.load(bytes, SampleModels.SMALL));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(e.pointer().isEmpty(), !e.getMessage().startsWith("/"), e.getMessage());
  }
}
