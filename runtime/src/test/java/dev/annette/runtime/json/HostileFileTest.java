package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
  void every_truncation_is_refused() {
    assertTruncationsRefused(Arrays.copyOf(SMALL, SMALL.length - 1)); // without the last LF
  }

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
  void a_flipped_bit_is_refused_or_changes_nothing() {
    assertFlipsAreHarmless(SMALL);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-2.5|1e400|/tensors/1/numbers/5: 1e400 is not a finite float",
        "-2.5|1e39|/tensors/1/numbers/5: 1e39 is not a finite float",
        "-2.5|1e-400|/tensors/1/numbers/5: 1e-400 is too small for a float",
        "-2.5|\"NaN\"|/tensors/1/numbers/5: expected a number, found the text \"NaN\"",
        "-2.5|\"Infinity\"|/tensors/1/numbers/5: expected a number, found the text \"Infinity\"",
        "-2.5|null|/tensors/1/numbers/5: expected a number, found null",
        "-2.5|true|/tensors/1/numbers/5: expected a number, found true",
        "-2.5|[1]|/tensors/1/numbers/5: expected a number, found an array",
        "-2.5|{}|/tensors/1/numbers/5: expected a number, found an object",
        "-2.5|-2.5,1|/tensors/1/numbers/6: more than 6 numbers of output.weights [3, 2]",
        ",-2.5|``|/tensors/1/numbers: expected 6 numbers of output.weights [3, 2], found 5",
        "-2.5|-2.25|/checksum: the content has",
        "-2.5|NaN|/tensors/1/numbers",
        "-2.5|-Infinity|/tensors/1/numbers",
        "-2.5|02.5|/tensors/1/numbers",
        "\"units\":2|\"units\":3|layers[1] output: units 3 in the file, 2 in the class",
        "\"units\":2|\"units\":2.5|layers[1] output: units 2.5 in the file, 2 in the class",
        "\"units\":2|\"units\":2.0|layers[1] output: units 2.0 in the file, 2 in the class",
        "\"units\":2|\"units\":\"2\"|layers[1] output: units \"2\" in the file, 2 in the class",
        "\"units\":2|\"units\":99999999999|99999999999 is not from -2147483648 to 2147483647",
        "\"units\":2|\"units\":2,\"units\":2|field \"units\" appears twice",
        "\"units\":2|\"unitz\":2|unitz 2 in the file, absent in the class",
        "\"tanh\"|\"relu\"|activation \"relu\" in the file, \"tanh\" in the class",
        "\"outputs\":2|\"outputs\":2,\"outputs\":2|/topology: field \"outputs\" appears twice",
        "\"outputs\"|\"output\"|/topology: unknown field \"output\"; did you mean \"outputs\"?",
        "\"outputs\":2,|``|/topology: field \"outputs\" is missing",
        "\"outputs\":2|\"outputs\":2.0|/topology/outputs: expected a whole number, found 2.0",
        "\"outputs\":2|\"outputs\":\"2\"|/topology/outputs: expected a whole number, found the",
        "\"outputs\":2|\"outputs\":null|/topology/outputs: expected a whole number, found null",
        "\"outputs\":2|\"outputs\":0|/topology/outputs: 0 is not from 1 to 2147483647",
        "\"huber\"|\"hubert\"|/topology/loss: \"hubert\" is unknown; known: half_squared_error",
        "\"huber\"|\"@class\"|/topology/loss: \"@class\" is unknown",
        "\"huber\"|3|/topology/loss: expected a text, found 3",
        "[3,2]|[3,3]|shape of output.weights [3, 3] in the file, [3, 2] in the class",
        "[3,2]|[2147483647,2147483647]|more numbers than an array can hold",
        "[3,2]|[]|/topology/layers/1/tensors/0: output.weights has no dimensions",
        "\"version\":1|\"version\":2|/version: the file has version 2, this library reads up to 1",
        "\"version\":1|\"version\":0|/version: 0 is not from 1 to",
        "\"format\":\"annette\"|\"format\":\"onnx\"|/format: \"onnx\" is not \"annette\"",
        "\"format\":\"annette\",|``|/version: field \"format\" must come before this one",
        "\"seed\":-42|\"seed\":-42e0|/provenance/seed: expected a whole number, found -42e0",
        "\"seed\":-42|\"seed\":99999999999999999999|99999999999999999999 is not from",
        "\"steps\":1|\"steps\":-1|/provenance/steps: -1152921504606846976 is not from 0",
        "\"accuracy\":0.9|\"accuracy\":0.9,\"accuracy\":0.9|field \"accuracy\" appears twice",
        "\"penalties\":{\"|\"penalty\":{\"|history/0: unknown field \"penalty\"",
        "\"output.weights.l2\":0.1|\"output.weights.l2\":[]|l2: expected a number, found an array",
        "\"output.weights.l2\":0.1|\"a\":1,\"a\":1|penalties/a: field \"a\" appears twice",
        "\"penalties\":{\"output.weights.l2\":0.1},|``|history/0: field \"penalties\" is missing",
        "\"name\":\"output.bias\",\"num|\"name\":\"x\",\"num|\"x\" found where output.bias belongs",
        "\"numbers\":[1.0|\"base64\":[\"AAAA\"],\"numbers\":[1.0|3 bytes; a chunk holds whole",
        "\"numbers\":[1.0,|\"base64\":[\"AACAfw==\"],\"x\":[1,|number 0 is Infinity",
        "\"numbers\":[1.0,|\"base64\":[\"A-_A\"],\"x\":[1,|not base64 (RFC 4648)",
        "\"numbers\":[1.0,|\"base64\":[\"\"],\"x\":[1,|0 bytes; a chunk holds whole floats",
        "\"numbers\":[1.0,|\"base65\":[1,|unknown field \"base65\"; did you mean \"base64\"?",
        "crc32c:|CRC32C:|it was changed after saving",
        "com.example.Small|com.example.Other|network \"com.example.Other\" in the file",
        "\"clipNorm\":\"0.5\"|\"clipNorm\":0.5|/provenance/options/clipNorm: expected a text",
        "\"clipNorm\"|\"batchSize\"|field \"batchSize\" appears twice",
        "\"options\"|\"option\"|unknown field \"option\"; did you mean \"options\"?",
        "0.05|\\ud800|/provenance/optimizer: the text has half a character",
        "0.05|\\u000g|/provenance/optimizer: ",
      })
  void a_change_is_named(String original, String change, String message) {
    String changed = TEXT.replace(original, change);
    assertNotEquals(TEXT, changed);
    assertRefused(changed, message);
  }

  @Test
  void both_encodings_at_once_are_refused() {
    String both = "\"base64\":[\"AACAPwAAgD8=\"],\"numbers\":[1.0,-0.33333334]";
    assertRefused(
        TEXT.replace("\"numbers\":[1.0,-0.33333334]", both),
        "/tensors/2/numbers: a tensor has either \"numbers\" or \"base64\", not both");
  }

  @Test
  void anything_after_the_model_is_refused() {
    assertRefused(TEXT + "{}", "there is an object after the end of the model");
    assertRefused(TEXT + "1", "there is 1 after the end of the model");
  }

  @Test
  void missing_and_surplus_tensors_are_refused() {
    String bias = "{\"name\":\"output.bias\",\"numbers\":[1.0,-0.33333334]}";
    assertRefused(
        TEXT.replace(",\n  " + bias, ""),
        "/tensors: expected 3 tensors, found 2; output.bias is missing");
    assertRefused(
        TEXT.replace(bias, bias + "," + bias), "/tensors/3: the network has only 3 tensors");
  }

  @Test
  void deep_nesting_and_long_names_texts_and_numbers_are_refused() {
    String deep = "[".repeat(100_000);
    assertRefused(TEXT.replace("\"units\":2", "\"units\":" + deep), "expected a number, a text");
    assertRefused(TEXT.replace("[3,2]", "[" + deep), "expected a whole number, found an array");
    assertRefused(TEXT.replace("\"units\"", '"' + "u".repeat(1025) + '"'), "/topology/layers/1");
    assertRefused(TEXT.replace("-2.5", "2".repeat(65)), "/tensors/1/numbers");
    assertRefused(
        TEXT.replace("tanh", "t".repeat(5000)), "a text of 5000 characters; at most 4096");
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
    "6E756C6C, starts with byte 0x6E instead of {",
    "'', the file is empty",
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
    assertRefused(overlong, "not valid UTF-8");
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
    assertRefused(bomb.toByteArray(), "more than " + limit + " bytes");
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
