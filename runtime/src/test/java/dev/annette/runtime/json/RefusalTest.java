package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the loader with its whole message. */
class RefusalTest {
  private static final String TEXT = ModelFileTest.text(ModelFile.toBytes(SampleModels.small()));

  private final Set<ModelRule> met = EnumSet.noneOf(ModelRule.class);

  @TempDir Path folder;

  @Test
  void every_rule_has_its_message() throws Exception {
    for (Change change : changes()) {
      assertTrue(TEXT.contains(change.original), change.original);
      refuses(change.message, () -> ModelFileTest.load(change.applied()));
    }
    refusesFiles();
    refusesBytes();
    refusesSignatures();
    assertEquals(EnumSet.allOf(ModelRule.class), met);
  }

  private void refusesFiles() throws IOException {
    refuses(
        "expected a regular file, found a directory or a device (L01)",
        () -> ModelFile.load(folder, SampleModels.SMALL));
    Path empty = Files.createFile(folder.resolve("empty.json"));
    refuses(
        "expected a model file, which starts with {, found an empty file (L01)",
        () -> ModelFile.load(empty, SampleModels.SMALL));
    refuses(
        "expected at most 3 bytes, the most that a file of this network has, found 4 (L01)",
        () -> RegularFile.open(Files.write(folder.resolve("four"), new byte[4]), 3));
    assertThrows(
        NoSuchFileException.class,
        () -> ModelFile.load(folder.resolve("none.json"), SampleModels.SMALL));
  }

  private void refusesBytes() throws IOException {
    byte[] json = TEXT.getBytes(StandardCharsets.UTF_8);
    refuses(
        "expected a model file, which starts with {, found what looks like an HDF5 file;"
            + " Keras writes such files (L02)",
        () -> load(new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10}));
    refuses(
        "expected strict UTF-8, found byte 0xFF at offset 20 (L03, line 2, column 19)",
        () -> load(changed(json, 20, (byte) 0xFF)));
    byte[] gzip = gzip(json);
    refuses(
        "expected the data that were compressed, found others (L19)",
        () -> load(changed(gzip, gzip.length - 8, (byte) ~gzip[gzip.length - 8])));
    refuses(
        "expected as many bytes, found another number (L19)",
        () -> load(changed(gzip, gzip.length - 1, (byte) 1)));
    refuses(
        "expected a header of gzip, found another (L19)", () -> load(changed(gzip, 2, (byte) 7)));
    refuses(
        "expected data compressed by gzip, found damaged or cut data (L19)",
        () -> load(Arrays.copyOf(gzip, gzip.length - 4)));
    refuses(
        "expected the end of the file after the compressed data, found more bytes (L19)",
        () -> load(Arrays.copyOf(gzip, gzip.length + 1)));
    NetworkDescription measured =
        NetworkDescription.network("com.example.Measured", 1)
            .layer("normal", "batchNorm")
            .statistic("normal.variance", 2)
            .build();
    byte[] negative =
        ModelFile.toBytes(
            new ModelContent(measured, Provenance.untrained(1), new float[] {0, -0.5f}));
    refuses(
        "/tensors/0/numbers/1: expected normal.variance to be at least 0, found -0.5"
            + " (L16, line 25, column 44)",
        () -> ModelFile.load(negative, measured));
    Thread.currentThread().interrupt();
    refuses("expected a thread that may go on, found an interrupted one (L20)", () -> load(json));
    assertTrue(Thread.interrupted());
  }

  private void refusesSignatures() throws Exception {
    Path file = folder.resolve("model.json");
    ModelFile.save(SampleModels.small(), file);
    var keys = KeyPairGenerator.getInstance("Ed25519");
    refuses(
        "expected a signature in model.json.sig, found no such file (L18)",
        () -> ModelSignature.verified(file, keys.generateKeyPair().getPublic()));
    ModelSignature.sign(file, keys.generateKeyPair().getPrivate());
    refuses(
        "expected the signature of this model by the owner of this key, found another (L18)",
        () -> ModelSignature.verified(file, keys.generateKeyPair().getPublic()));
  }

  private void refuses(String message, Executable loading) {
    ModelFormatException e = assertThrows(ModelFormatException.class, loading, message);
    assertTrue(
        message.endsWith("…")
            ? e.getMessage().startsWith(message.substring(0, message.length() - 1))
            : e.getMessage().equals(message),
        () -> "expected: " + message + "\nfound:    " + e.getMessage());
    assertTrue(e.getMessage().contains(e.expected()) && e.getMessage().contains(e.found()));
    assertTrue(e.getMessage().contains(e.hint()) && e.getMessage().contains(e.rule().code()));
    assertEquals(e.line() > 0, e.getMessage().contains("line " + e.line()));
    assertEquals(e.column() > 0, e.getMessage().contains("column " + e.column()));
    assertEquals(!e.pointer().isEmpty(), e.getMessage().startsWith("/"), e.getMessage());
    met.add(e.rule());
  }

  /** A change of the text of a model, and what it is refused with. */
  private record Change(String original, String change, String message) {
    String applied() {
      return TEXT.replace(original, change);
    }
  }

  private static List<Change> changes() throws IOException {
    List<Change> changes = new ArrayList<>();
    try (var lines = RefusalTest.class.getResourceAsStream("refusals.txt")) {
      for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\\|", 3);
          changes.add(new Change(parts[0], parts[1], parts[2]));
        }
      }
    }
    return changes;
  }

  private static void load(byte[] bytes) throws ModelFormatException {
    ModelFile.load(bytes, SampleModels.SMALL);
  }

  private static byte[] changed(byte[] bytes, int index, byte value) {
    byte[] changed = bytes.clone();
    changed[index] = value;
    return changed;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
