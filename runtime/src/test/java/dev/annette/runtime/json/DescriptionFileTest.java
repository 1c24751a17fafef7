package dev.annette.runtime.json;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.CustomPart;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.TensorDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Descriptions with columns, parts of a user's own, and everything else that not each file has. */
class DescriptionFileTest {
  private static final NetworkDescription ROWS =
      new NetworkDescription(
          "com.example.Rows",
          List.of(3),
          1,
          Loss.CUSTOM,
          1,
          CustomPart.named("com.example.OwnLoss"),
          List.of(
              column("size", "number", List.of()),
              column("colour 🎨", "category", List.of("red", "", "ünter\u0007\"")),
              column("price", "label number", List.of())),
          List.of(
              new LayerDescription(
                  "output",
                  "dense",
                  new TreeMap<>(Map.of("rate", -0.0, "word", "", "units", 1, "bias", false)),
                  List.of(),
                  List.of(
                      new TensorDescription(
                          "output.scale", TensorDescription.Role.STATISTIC, List.of(1))))));

  private static ColumnDescription column(String name, String kind, List<String> categories) {
    return new ColumnDescription(
        name, kind, new TreeMap<>(Map.of("standardize", true)), categories);
  }

  private static ModelContent rows(float scale) {
    return new ModelContent(ROWS, Provenance.untrained(1), new float[] {scale});
  }

  @Test
  void columns_and_a_loss_of_ones_own_survive() throws IOException {
    byte[] file = ModelFile.toBytes(rows(2));
    ModelFileTest.assertSame(rows(2), ModelFile.load(file, ROWS));
    assertEquals(ROWS, ModelFile.describe(new ByteArrayInputStream(file)).network());
    assertRefused(ModelRule.STATISTIC, ModelFileTest.text(ModelFile.toBytes(rows(-1))));
  }

  @Test
  void a_wrong_part_is_refused_by_its_rule() {
    String text = ModelFileTest.text(ModelFile.toBytes(rows(2)));
    assertRefused(ModelRule.NETWORK, text.replace("\"red\"", "\"blue\""));
    assertRefused(ModelRule.TYPE, text.replace("\"red\"", "{}"));
    assertRefused(ModelRule.TYPE, text.replace("\"word\":\"\"", "\"word\":null"));
    assertRefused(ModelRule.TYPE, text.replace("\"word\":\"\"", "\"word\":[]"));
    assertRefused(ModelRule.UNKNOWN_FIELD, text.replace("\"categories\"", "\"category\""));
    assertRefused(ModelRule.MISSING_FIELD, text.replace(",\"categories\":[]", ""));
    assertRefused(ModelRule.UTF_8, text.replace("\"red\"", "\"\\udc00\\ud800\""));
    assertRefused(ModelRule.UTF_8, text.replace("\"red\"", "\"\\ud800x\""));
    assertRefused(ModelRule.UTF_8, text.replace("\"red\"", "\"x\\ud800\""));
    assertRefused(ModelRule.JSON, text.replace("\"input\":[3]", "\"input\":[}"));
    assertRefused(ModelRule.JSON, text.substring(0, text.indexOf(",\n \"checksum\"")));
    assertRefused(ModelRule.NUMBER, text.replace("\"rate\":-0.0", "\"rate\":1e400"));
  }

  @Test
  void zero_may_be_written_in_any_way() throws IOException {
    String text = ModelFileTest.text(ModelFile.toBytes(rows(0)));
    for (String zero : List.of("0", "0.000", "0e9", "0.0E-99")) {
      String changed = text.replace("\"numbers\":[0.0]", "\"numbers\":[" + zero + "]");
      ModelFileTest.assertSame(
          rows(0), ModelFile.load(changed.getBytes(StandardCharsets.UTF_8), ROWS));
    }
  }

  @Test
  void a_strength_that_is_not_finite_is_null() throws IOException {
    PenaltyRecord unknown = new PenaltyRecord("output.weights", "l2", NaN, "keras", NaN);
    Provenance provenance =
        new Provenance(1, 1, 1, 1, "sgd", new TreeMap<>(), List.of(unknown), List.of());
    ModelContent saved = new ModelContent(ROWS, provenance, new float[1]);
    ModelFileTest.assertSame(saved, ModelFile.load(ModelFile.toBytes(saved), ROWS));
  }

  /** Differences are cut to a handful, and each shows the characters that differ. */
  @Test
  void many_and_long_differences_are_told_in_short() throws IOException {
    String text = ModelFileTest.text(ModelFile.toBytes(rows(2)));
    String attributes =
        "\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"%s\":\"%s\","
            .formatted("e".repeat(500), "f".repeat(500));
    ModelFormatException refused =
        assertRefused(ModelRule.NETWORK, text.replace("\"bias\"", attributes + "\"bias\""));
    assertTrue(refused.found().length() < 500, refused.getMessage());
    ModelFormatException more =
        assertRefused(ModelRule.NETWORK, text.replace("\"bias\"", attributes + "\"g\":1,\"bias\""));
    assertTrue(more.found().endsWith(", and 1 more"), more.getMessage());
    String name = "com.example.of.a.very.long.name.of.a.package.Rows";
    ModelFormatException other =
        assertRefused(ModelRule.NETWORK, text.replace("com.example.Rows", name));
    assertTrue(other.found().contains("Rows"), other.getMessage());
  }

  @Test
  void a_history_that_no_reader_takes_is_not_saved() {
    EpochRecord epoch =
        new EpochRecord(1, 1, new TreeMap<>(Map.of("a", 1.0)), 1, Collections.emptySortedMap());
    List<EpochRecord> history = IntStream.range(0, 80_000).mapToObj(i -> epoch).toList();
    ModelContent content =
        new ModelContent(
            ROWS,
            new Provenance(1, 1, 80_000, 1, "sgd", new TreeMap<>(), List.of(), history),
            new float[1]);
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> ModelFile.toBytes(content));
    assertTrue(e.getMessage().contains("16777216 bytes of memory"), e.getMessage());
  }

  @Test
  void a_description_without_end_is_refused_by_the_memory_it_takes() {
    String text = ModelFileTest.text(ModelFile.toBytes(rows(2)));
    String start = text.substring(0, text.indexOf("\"units\":1"));
    ModelFormatException refused =
        assertThrows(
            ModelFormatException.class,
            () -> ModelFile.load(new RepeatedBytes(start, i -> "\"u" + i + "\":0,"), ROWS));
    assertEquals(ModelRule.JSON, refused.rule());
    assertTrue(refused.expected().endsWith("bytes of memory"), refused.getMessage());
  }

  /** What is saved is read: the longest history that fits. */
  @Test
  void the_longest_history_is_saved_and_loaded() throws IOException {
    List<EpochRecord> history =
        IntStream.range(0, 30_000)
            .mapToObj(
                i ->
                    new EpochRecord(
                        i,
                        1.0 / (i + 1),
                        new TreeMap<>(Map.of("output.weights.l2", 1.0)),
                        0.5,
                        new TreeMap<>(Map.of("accuracy", 0.5))))
            .toList();
    ModelContent saved =
        new ModelContent(
            ROWS,
            new Provenance(1, 1, 30_000, 1, "sgd", new TreeMap<>(), List.of(), history),
            new float[1]);
    ModelFileTest.assertSame(saved, ModelFile.load(ModelFile.toBytes(saved), ROWS));
  }

  private static ModelFormatException assertRefused(ModelRule rule, String text) {
    ModelFormatException refused =
        assertThrows(
            ModelFormatException.class,
            () -> ModelFile.load(text.getBytes(StandardCharsets.UTF_8), ROWS),
            text);
    assertEquals(rule, refused.rule(), refused.getMessage());
    return refused;
  }
}
