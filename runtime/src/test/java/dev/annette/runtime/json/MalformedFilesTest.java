package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a file says, it is loaded with every bit that it says, or refused by a rule.
 *
 * <p>Some 10,000 files in each build; {@code -Dannette.reliability=full} tries at least 150,000.
 */
class MalformedFilesTest {
  private static final boolean FULL = "full".equals(System.getProperty("annette.reliability"));
  private static final long SEED = 20_260_101;
  private static final int FAST = 10_000;
  private static final int RANDOM = FULL ? 120_000 : 1_000;

  private final MalformedFiles files = new MalformedFiles(ModelFile.toBytes(SampleModels.small()));
  private final Map<ModelRule, Integer> refusals = new EnumMap<>(ModelRule.class);
  private final List<String> wrong = new ArrayList<>();
  private long count;
  private long loaded;
  private double slowest; // seconds

  @Test
  void a_malformed_file_is_refused_or_is_exactly_what_is_loaded() throws IOException {
    long start = System.nanoTime();
    judgeAll(files.truncations(), 1);
    judgeAll(files.flips(), FULL ? 1 : 2);
    judgeAll(files.replacements(), FULL ? 1 : 11);
    judgeAll(files.arrangements(), FULL ? 1 : 3);
    Iterator<byte[]> random = files.random(SEED);
    for (int i = 0; i < RANDOM; i++) {
      judge(random.next());
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    new ReliabilityFigure("malformed-files", count, slowest, wrong.size(), SEED, seconds).write();
    assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())));
    assertTrue(count >= (FULL ? 150_000 : FAST), () -> count + " files");
    assertTrue(slowest < 1, () -> slowest + " s for a file");
    assertTrue(loaded > 0 && refusals.size() >= 12, () -> loaded + " loaded, " + refusals);
  }

  /** Judges every n-th file. */
  private void judgeAll(Stream<byte[]> family, int n) {
    int[] index = {0};
    family.filter(file -> index[0]++ % n == 0).forEach(this::judge);
  }

  /** Judges one file: no error but a named one, and nothing loaded that the file does not say. */
  private void judge(byte[] file) {
    count++;
    long start = System.nanoTime();
    try {
      ModelContent content = ModelFile.load(file, SampleModels.SMALL);
      loaded++;
      if (!isWhatItSays(content, file)) {
        wrong.add("loaded as another model: " + text(file));
      }
    } catch (ModelFormatException refused) {
      refusals.merge(refused.rule(), 1, Integer::sum);
    } catch (IOException | RuntimeException | Error failure) {
      wrong.add(failure + " for " + text(file));
    }
    slowest = Math.max(slowest, (System.nanoTime() - start) * 1e-9);
  }

  /** Returns whether a model has the numbers that another reader finds, and the file's checksum. */
  private static boolean isWhatItSays(ModelContent content, byte[] file) throws IOException {
    List<Integer> loaded = new ArrayList<>();
    for (int i = 0; i < content.tensorCount(); i++) {
      for (float value : content.tensor(i)) {
        loaded.add(Float.floatToRawIntBits(value));
      }
    }
    String canonical =
        ModelFileTest.text(ModelFile.toBytes(ModelFile.read(new ByteArrayInputStream(file))));
    String checksum = canonical.substring(canonical.lastIndexOf("crc32c:"));
    return loaded.equals(numbers(file)) && text(file).contains(checksum.substring(0, 15));
  }

  /** Returns the bits of all plain numbers that follow the last field named tensors. */
  private static List<Integer> numbers(byte[] file) throws IOException {
    List<Integer> bits = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("tensors")) {
          bits.clear();
        } else if (token.isNumeric()) {
          bits.add(Float.floatToRawIntBits(Float.parseFloat(json.getText())));
        }
      }
    }
    return bits;
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /** Random letters in every place where a file has a text or a name: none come back in number. */
  @Test
  void no_message_shows_more_than_40_characters_of_a_file() {
    String marker = marker();
    String text = ModelFileTest.text(ModelFile.toBytes(SampleModels.small()));
    int tried = 0;
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      for (String change :
          List.of(marker, "\":" + marker, "\"" + marker, ",\"" + marker + "\":1")) {
        String changed = text.substring(0, at + 1) + change + text.substring(at + 1);
        tried++;
        try {
          ModelFile.load(
              MalformedFiles.withChecksum(changed).getBytes(StandardCharsets.UTF_8),
              SampleModels.SMALL);
        } catch (ModelFormatException e) {
          for (int i = 0; i + 41 <= marker.length(); i++) {
            String part = marker.substring(i, i + 41);
            assertTrue(!e.toString().contains(part) && !e.pointer().contains(part), e.getMessage());
          }
        }
      }
    }
    assertTrue(tried > 500, tried + " tried");
  }

  private static String marker() {
    StringBuilder letters = new StringBuilder();
    new SplittableRandom(7).ints(300, 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
