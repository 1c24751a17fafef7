package dev.annette.runtime.json;

import dev.annette.runtime.model.NetworkDescription;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Files that are small or never end, and ask for as much memory or time as they can get. Run as a
 * program in a small heap, it prints what each of them is refused with.
 */
final class Bombs {
  /** 8 MB of parameters: twice that and 1 MiB is more than half of a heap of 32 MiB. */
  private static final NetworkDescription WIDE = SampleModels.wide(2_000_000);

  private static final String SMALL = ModelFileTest.text(ModelFile.toBytes(SampleModels.small()));
  private static final String WIDE_START = wideStart();
  private static final String FULL_CHUNK = "\"" + "A".repeat(ModelLimits.CHUNK_TEXT) + "\",";
  private static final String END = "],\"checksum\":\"crc32c:00000000\"}";
  private static final long GZIP_BYTES = 80 << 20;

  private final Map<String, Loading> shapes = new LinkedHashMap<>();

  /** Loads one file. */
  private interface Loading {
    Object load() throws IOException;
  }

  private Bombs() {
    addDescriptions();
    addTexts();
    addTensors();
    addCompressed();
    addWithoutClass();
  }

  /** Prints a line for each shape: its name, the code of the rule or the failure, and seconds. */
  public static void main(String[] arguments) {
    new Bombs()
        .shapes.forEach(
            (name, loading) -> {
              long start = System.nanoTime();
              String outcome = outcome(loading);
              double seconds = (System.nanoTime() - start) * 1e-9;
              System.out.printf("%s|%s|%s%n", name, outcome, seconds);
            });
  }

  private static String outcome(Loading loading) {
    try {
      return "loaded " + loading.load();
    } catch (ModelFormatException refused) {
      return refused.rule().code();
    } catch (IOException | RuntimeException | Error failure) {
      return failure.toString();
    }
  }

  private void addDescriptions() {
    small("epochs", before("\"history\":[") + "\"history\":[", i -> epoch(i, "", "") + ",");
    small("metrics", history() + "\"metrics\":{", i -> "\"m" + i + "\":0,");
    small("penalty names", history() + "\"penalties\":{", i -> "\"p" + i + "\":0,");
    small(
        "epochs with metrics",
        before("\"history\":[") + "\"history\":[",
        i -> epoch(i, "\"a" + i + "\":0", "\"b" + i + "\":0") + ",");
    small(
        "penalties",
        before("\"penalties\":[") + "\"penalties\":[",
        i ->
            "{\"parameter\":\"p\",\"kind\":\"k\",\"lambda\":0,\"scaling\":\"s\",\"effective\":0},");
    small("attributes", before("\"units\":2"), i -> "\"u" + i + "\":0,");
    small("layers", layers(), Bombs::layer);
    small(
        "modifiers",
        before("\"modifiers\":[") + "\"modifiers\":[",
        i -> "{\"kind\":\"l2\",\"attributes\":{}},");
    small("tensors", before("\"tensors\":[{\"name\":\"scaled") + "\"tensors\":[", Bombs::tensor);
    small("shape", before("[3,2]") + "[", i -> "1,");
    small("input", before("\"input\":[3]") + "\"input\":[", i -> "1,");
    small("columns", columns(), i -> column("c" + i) + "]},");
    small("categories", columns() + column("c"), i -> "\"c" + i + "\",");
    small("long categories", columns() + column("c"), i -> "\"" + "c".repeat(4000) + "\",");
  }

  private void addTexts() {
    small("blanks", before("\"version\""), i -> "        ");
    small("arrays", before("[3,2]"), i -> "[[[[[[[[");
    small("objects", before("[3,2]"), i -> "{\"a\":");
    small("text without end", before("\"com.example") + "\"", i -> "xxxxxxxx");
    small("escapes without end", before("\"com.example") + "\"", i -> "\\u0041");
    small("name without end", before("\"version\"") + "\"", i -> "xxxxxxxx");
    small("number without end", before("-42"), i -> "99999999");
    small("fraction without end", before("80.0") + "0.", i -> "00000000");
    small("exponent without end", before("80.0") + "1e", i -> "99999999");
    small("commas", before("[3,2]") + "[3", i -> ",,,,,,,,");
    small("fields again", "{\"format\":\"annette\"", i -> ",\"format\":\"annette\"");
    small("comments", before("\"version\""), i -> "/*......*/");
    small("checksum without end", before("\"crc32c:") + "\"crc32c:", i -> "00000000");
    small("documents", SMALL, i -> SMALL);
    small("bytes that are no UTF-8", before("\"com.example") + "\"", i -> "\u0000\u0000");
  }

  private void addTensors() {
    wide("numbers", WIDE_START + "\"numbers\":[", i -> "0.5,");
    wide("long numbers", WIDE_START + "\"numbers\":[", i -> "0." + "3".repeat(61) + ",");
    wide("text in base64", WIDE_START + "\"base64\":[\"", i -> "AAAAAAAAAAAAAAAA");
    wide("chunks", WIDE_START + "\"base64\":[", i -> "\"AACAPwAAgD8=\",");
    wide("full chunks", WIDE_START + "\"base64\":[", i -> FULL_CHUNK);
    wide("a whole model", WIDE_START + "\"base64\":[", Bombs::wholeModel);
    wide("tensors without end", WIDE_START.substring(0, WIDE_START.lastIndexOf('{')), i -> "{},");
    small(
        "numbers that are only claimed",
        SMALL.replace("[3,2]", "[2147483647,1]").replace("\"units\":2", "\"units\":2147483647"),
        i -> " ");
  }

  private void addCompressed() {
    compressed("compressed blanks", before("\"version\""), "        ");
    compressed(
        "compressed epochs",
        before("\"history\":[") + "\"history\":[",
        epoch(1, "\"a\":0", "\"b\":0") + ",");
    compressed("compressed layers", layers(), layer(0));
    compressed("compressed text", before("\"com.example") + "\"", "xxxxxxxx");
    shapes.put(
        "compressed chunks",
        () -> load(gzip(WIDE_START + "\"base64\":[", FULL_CHUNK, GZIP_BYTES), WIDE));
    byte[] header = {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}; // a name follows
    shapes.put(
        "gzip with a name without end",
        () ->
            ModelFile.load(
                new SequenceInputStream(
                    new ByteArrayInputStream(header), new RepeatedBytes("", i -> "name")),
                SampleModels.SMALL));
    shapes.put("gzip in gzip", () -> load(gzip(gzip(SMALL, "", 0)), SampleModels.SMALL));
    shapes.put(
        "two members",
        () -> {
          byte[] member = gzip(SMALL, "", 0);
          byte[] two = Arrays.copyOf(member, 2 * member.length);
          System.arraycopy(member, 0, two, member.length, member.length);
          return load(two, SampleModels.SMALL);
        });
  }

  private void addWithoutClass() {
    described("layers of any network", layers(), Bombs::layer);
    described("claimed numbers", SMALL.replace("[3,2]", "[2000000000]"), i -> null);
    described(
        "chunks of any network",
        WIDE_START.replace("[1,2000000]", "[1,20000000]") + "\"base64\":[",
        i -> FULL_CHUNK);
  }

  private void small(String name, String start, LongFunction<String> piece) {
    shapes.put(name, () -> ModelFile.load(new RepeatedBytes(start, piece), SampleModels.SMALL));
  }

  private void wide(String name, String start, LongFunction<String> piece) {
    shapes.put(name, () -> ModelFile.load(new RepeatedBytes(start, piece), WIDE));
  }

  private void described(String name, String start, LongFunction<String> piece) {
    shapes.put(name, () -> ModelFile.describe(new RepeatedBytes(start, piece)));
  }

  private void compressed(String name, String start, String piece) {
    shapes.put(name, () -> load(gzip(start, piece, GZIP_BYTES), SampleModels.SMALL));
  }

  private static Object load(byte[] file, NetworkDescription network) throws IOException {
    return ModelFile.load(file, network);
  }

  /** Returns the zeros of {@link #WIDE} in chunks, and the end of a model with another checksum. */
  private static String wholeModel(long chunk) {
    int full = 2_000_000 / ModelLimits.CHUNK_NUMBERS;
    if (chunk > full) {
      return null;
    }
    int rest = 2_000_000 % ModelLimits.CHUNK_NUMBERS * Float.BYTES;
    return chunk < full
        ? FULL_CHUNK
        : "\"" + Base64.getEncoder().encodeToString(new byte[rest]) + "\"]}" + END;
  }

  private static String before(String part) {
    return SMALL.substring(0, SMALL.indexOf(part));
  }

  private static String layers() {
    return before("\"layers\":[") + "\"layers\":[";
  }

  private static String layer(long i) {
    return "{\"name\":\"l%d\",\"kind\":\"k\",\"attributes\":{},\"modifiers\":[],\"tensors\":[]},"
        .formatted(i);
  }

  private static String tensor(long i) {
    return "{\"name\":\"t%d\",\"role\":\"bias\",\"shape\":[1]},".formatted(i);
  }

  private static String columns() {
    return before("\"layers\":[") + "\"columns\":[";
  }

  private static String column(String name) {
    return "{\"name\":\"%s\",\"kind\":\"number\",\"attributes\":{},\"categories\":["
        .formatted(name);
  }

  /** Returns the history up to the numbers of an epoch. */
  private static String history() {
    return before("\"history\":[") + "\"history\":[{\"epoch\":1,\"dataLoss\":0,";
  }

  private static String epoch(long epoch, String penalties, String metrics) {
    return ("{\"epoch\":%d,\"dataLoss\":0,\"penalties\":{%s},\"validationLoss\":0,\"metrics\":{%s}}")
        .formatted(epoch, penalties, metrics);
  }

  private static String wideStart() {
    String one = ModelFileTest.text(ModelFile.toBytes(SampleModels.wideModel(1)));
    return one.substring(0, one.indexOf("\"numbers\""))
        .replace("[1,1]", "[1,2000000]")
        .replace("\"units\":1", "\"units\":2000000")
        .replace("\"outputs\":1", "\"outputs\":2000000");
  }

  private static byte[] gzip(String start, String piece, long bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (long written = 0; written < bytes; written += piece.length()) {
        out.write(piece.getBytes(StandardCharsets.UTF_8));
      }
    }
    return compressed.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }
}
