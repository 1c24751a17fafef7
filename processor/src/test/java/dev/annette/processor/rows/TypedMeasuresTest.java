package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.importance.Importance;
import dev.annette.runtime.importance.Importances;
import dev.annette.runtime.importance.PermutationImportance;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.LabelMeasures;
import dev.annette.runtime.metric.NumberScores;
import dev.annette.runtime.metric.RocAuc;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures of typed networks speak of columns and labels by their names. */
class TypedMeasuresTest {
  private static final int ROWS = 120;

  /** Whether it is good depends on the kind most, and on the age a little. */
  private static final TypedNetwork NETWORK =
      TypedNetwork.of(
          """
          public enum Kind { A, B, C }
          public record Row(
              @Impute(MEAN) @Standardize Float noise,
              Kind kind,
              @Bucketize({-10, 0, 10}) float age,
              @Cyclic(DAY_OF_WEEK) LocalDate day,
              @Label boolean good) {}
          """);

  private static List<Object> rows() throws IOException {
    String[] lines =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> {
                  int kind = i % 3;
                  int age = i * 7 % 40 - 20;
                  boolean good = kind == 0 || kind == 1 && age >= 10;
                  String noise = i % 10 == 0 ? "null" : Integer.toString(i * 31 % 17);
                  return "{\"noise\":%s,\"kind\":\"%c\",\"age\":%d,\"day\":\"2024-01-%02d\",\"good\":%b}"
                      .formatted(noise, 'A' + kind, age, 1 + i * 11 % 28, good);
                })
            .toArray(String[]::new);
    return NETWORK.read(lines);
  }

  @Test
  void columns_are_permuted_whole_whatever_they_became() throws IOException {
    Dataset rows = NETWORK.dataset(rows());
    assertEquals(2 + 3 + 4 + 2, rows.width());
    NetworkTrainer<?> trainer = NETWORK.create(1);
    trainer.fit(rows, Training.epochs(150).optimizer(Adam.of(0.05)));
    PermutationImportance importance = PermutationImportance.repeats(10).seed(2);
    Importances columns = importance.ofColumns(trainer.model(), rows);
    assertEquals(
        List.of("noise", "kind", "age", "day"),
        columns.list().stream().map(Importance::name).toList());
    assertEquals("kind", columns.sorted().get(0).name());
    assertEquals("age", columns.sorted().get(1).name());
    assertTrue(columns.of("kind").mean() > 0.3, columns::toString);
    assertEquals(trainer.evaluate(rows).classes().accuracy(), columns.baseline());
    Importances areas = importance.metric("auc", RocAuc::new).ofColumns(trainer.model(), rows);
    assertEquals(trainer.evaluate(rows).classes().ranking().roc().area(), areas.baseline());
    assertEquals("kind", areas.sorted().get(0).name());
    Importances features = importance.ofFeatures(trainer.model(), rows);
    assertEquals(rows.columnNames(), features.list().stream().map(Importance::name).toList());
  }

  @Test
  void labels_have_their_names() throws IOException {
    TypedNetwork several =
        TypedNetwork.of("public record Row(float x, @Label boolean big, @Label boolean small) {}");
    List<Object> rows =
        several.read(
            "{\"x\":-1,\"big\":false,\"small\":true}", "{\"x\":1,\"big\":true,\"small\":false}");
    LabelMeasures labels = Evaluation.of(several.create(1).model(), several.dataset(rows)).labels();
    assertEquals(List.of("big", "small"), labels.names());
    TypedNetwork numbers =
        TypedNetwork.of("public record Row(float x, @Label float up, @Label float down) {}");
    Evaluation evaluation =
        Evaluation.of(
            numbers.create(1).model(),
            numbers.dataset(numbers.read("{\"x\":0,\"up\":1,\"down\":2}")));
    assertEquals(
        List.of("up", "down"),
        evaluation.numbers().outputs().stream().map(NumberScores::output).toList());
  }
}
