package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Files that are almost a model: cut at every byte, with every bit flipped, with everything done to
 * every field that a writer could get wrong or a forger could try, and all of that at random, once
 * and twice, with and without a checksum that was made to fit.
 */
final class MalformedFiles {
  /** What takes the place of a name, a number, a text, a word or a bracket. */
  private static final List<String> REPLACEMENTS =
      List.of(
          "",
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e-400",
          "1e39",
          "2147483648",
          "99999999999999999999",
          "NaN",
          "Infinity",
          "\"NaN\"",
          "\"\"",
          "\"7\"",
          "\"@class\"",
          "\"" + "x".repeat(5000) + "\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\u0007\"",
          "[]",
          "{}",
          "[[[[[[[[[[[[[[[[[[[[[[[[",
          "{\"a\":".repeat(20),
          "]",
          "}",
          ",",
          ":",
          "/**/1",
          "'x'",
          "+1",
          "01",
          "1.",
          "0x10",
          "\uFEFF1",
          "1 1");

  private final byte[] model;
  private final String text;
  private final List<Span> tokens;

  /** A token of the text. */
  record Span(int from, int to) {}

  MalformedFiles(byte[] model) {
    this.model = model;
    this.text = new String(model, StandardCharsets.UTF_8);
    this.tokens = tokens(text);
  }

  /** Returns the file cut at every byte but the last, which is only a line's end. */
  Stream<byte[]> truncations() {
    return IntStream.range(0, model.length - 1).mapToObj(length -> Arrays.copyOf(model, length));
  }

  /** Returns the file with every bit flipped. */
  Stream<byte[]> flips() {
    return IntStream.range(0, model.length * 8)
        .mapToObj(
            bit -> {
              byte[] flipped = model.clone();
              flipped[bit / 8] ^= (byte) (1 << bit % 8);
              return flipped;
            });
  }

  /** Returns the file with everything in the place of every token, then with a fitting checksum. */
  Stream<byte[]> replacements() {
    return tokens.stream()
        .flatMap(
            token ->
                REPLACEMENTS.stream()
                    .map(replacement -> replaced(text, token, replacement))
                    .flatMap(file -> Stream.of(file, withChecksum(file))))
        .map(MalformedFiles::utf8);
  }

  /** Returns the file with every token twice, swapped with the next, and in other encodings. */
  Stream<byte[]> arrangements() {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Span token = tokens.get(i);
      String content = text.substring(token.from, token.to);
      files.add(utf8(replaced(text, token, content + content)));
      files.add(utf8(replaced(text, token, content + "," + content)));
      files.add(utf8(replaced(text, token, " \t\r\n" + content)));
      if (i + 1 < tokens.size()) {
        files.add(utf8(withChecksum(swapped(token, tokens.get(i + 1)))));
      }
      for (int bad : new int[] {0xC0AF, 0xEDA080, 0xF8, 0xFF, 0x80}) {
        files.add(withBytes(token.from, bad));
      }
    }
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      files.add(text.getBytes(Charset.forName(charset)));
    }
    files.add(utf8("\uFEFF" + text));
    files.add(utf8(text + text));
    return files.stream();
  }

  /** Returns files without end: changes of one or two tokens, lines or bytes. */
  Iterator<byte[]> random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> mutated(random)).iterator();
  }

  private byte[] mutated(SplittableRandom random) {
    String changed = text;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<Span> spans = tokens(changed);
      Span token = spans.isEmpty() ? new Span(0, 1) : spans.get(random.nextInt(spans.size()));
      Span other = spans.isEmpty() ? token : spans.get(random.nextInt(spans.size()));
      String content = changed.substring(other.from, other.to);
      changed =
          switch (random.nextInt(5)) {
            case 0 ->
                replaced(changed, token, REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size())));
            case 1 -> replaced(changed, token, content);
            case 2 -> replaced(changed, token, "");
            case 3 -> withoutLine(changed, random);
            default -> replaced(changed, token, number(random));
          };
    }
    byte[] bytes = utf8(random.nextBoolean() ? withChecksum(changed) : changed);
    if (random.nextInt(8) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static String number(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> String.valueOf(random.nextInt(-3, 4));
      case 1 -> String.valueOf(random.nextLong());
      default -> String.valueOf(Double.longBitsToDouble(random.nextLong()));
    };
  }

  private static String withoutLine(String text, SplittableRandom random) {
    int from = text.indexOf('\n', random.nextInt(text.length() + 1));
    int to = text.indexOf('\n', from + 1);
    return from < 0 || to < 0 ? text : text.substring(0, from) + text.substring(to);
  }

  private String swapped(Span one, Span next) {
    return text.substring(0, one.from)
        + text.substring(next.from, next.to)
        + text.substring(one.to, next.from)
        + text.substring(one.from, one.to)
        + text.substring(next.to);
  }

  private static String replaced(String text, Span token, String replacement) {
    return text.substring(0, token.from) + replacement + text.substring(token.to);
  }

  private byte[] withBytes(int at, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(utf8(text.substring(0, at + 1)));
    for (int shift = 16; shift >= 0; shift -= 8) {
      if (bytes >>> shift != 0) {
        out.write(bytes >>> shift);
      }
    }
    out.writeBytes(utf8(text.substring(at + 1)));
    return out.toByteArray();
  }

  /** Returns the text with the checksum of the bytes before it, if it has a place for one. */
  static String withChecksum(String text) {
    int end = text.lastIndexOf(",\n \"checksum\":\"crc32c:");
    if (end < 0) {
      return text;
    }
    CRC32C crc = new CRC32C();
    crc.update(utf8(text.substring(0, end)));
    int digits = text.indexOf("crc32c:", end) + 7;
    return text.substring(0, digits)
        + "%08x".formatted(crc.getValue())
        + text.substring(Math.min(digits + 8, text.length()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the tokens up to the first place that is not JSON. */
  private static List<Span> tokens(String text) {
    List<Span> spans = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        json.finishToken();
        int from = (int) json.currentTokenLocation().getCharOffset();
        int to = (int) json.currentLocation().getCharOffset();
        if (token == JsonToken.FIELD_NAME) {
          to = text.indexOf('"', from + 1) + 1;
        }
        if (from >= 0 && to > from && to <= text.length()) {
          spans.add(new Span(from, to));
        }
      }
    } catch (IOException notJson) {
      return spans;
    }
    return spans;
  }
}
