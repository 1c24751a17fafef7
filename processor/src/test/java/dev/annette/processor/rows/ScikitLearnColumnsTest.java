package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns become the features that scikit-learn's transformers make of them. */
class ScikitLearnColumnsTest {
  private static final String COLUMNS =
      """
        public enum Kind { LOW, MIDDLE, HIGH }
        public record Row(
            @Standardize double plain,
            @MinMax(min = -1, max = 3) float bounded,
            @Log1p @Standardize Double size,
            @Impute(MEAN) @Standardize Float mean,
            @Impute(MEDIAN) OptionalDouble median,
            @Impute(value = CONSTANT, constant = 2.5) @MinMax double constant,
            @Bucketize({12, 18, 65}) float age,
            Kind kind,
            @Categories({"S", "C", "Q"}) @Impute(ZEROS) String port,
            @Standardize float still,
            @Cyclic({DAY_OF_WEEK, DAY_OF_MONTH, MONTH_OF_YEAR, DAY_OF_YEAR}) LocalDate day,
            @Cyclic({HOUR_OF_DAY, MONTH_OF_YEAR}) LocalDateTime moment,
            @Label boolean label) {}
      """;

  private static JsonNode expected;
  private static int train;
  private static TypedNetwork network;
  private static NetworkTrainer<?> trainer;
  private static Dataset all;

  @BeforeAll
  static void fit() throws IOException {
    try (InputStream in = ScikitLearnColumnsTest.class.getResourceAsStream("/fixtures/rows.json")) {
      expected = new ObjectMapper().readTree(in).get("cases").get(0);
    }
    train = expected.get("train").asInt();
    network = TypedNetwork.of(COLUMNS);
    List<String> lines = new ArrayList<>();
    expected.get("rows").forEach(row -> lines.add(row.toString().replace("}", ",\"label\":true}")));
    List<Object> rows = network.read(lines.toArray(String[]::new));
    all = network.dataset(rows);
    trainer = network.create(5);
    trainer.fitInputs(network.dataset(rows.subList(0, train)));
    trainer.prepare(Training.online().examples(train));
  }

  @Test
  void every_feature_is_that_of_scikit_learn() {
    Map<String, float[]> values = new HashMap<>();
    trainer.step(all.toBatch());
    trainer.inspect((name, array, rows, width) -> values.put(name, array.clone()));
    float[] columns = values.get("columns");
    JsonNode features = expected.get("features");
    for (int row = 0; row < all.rows(); row++) {
      assertEquals(features.get(row).size(), all.width());
      for (int column = 0; column < all.width(); column++) {
        double value = features.get(row).get(column).asDouble();
        assertEquals(
            value,
            columns[row * all.width() + column],
            1e-6 * Math.max(1, Math.abs(value)),
            "row " + row + ", " + all.columnNames().get(column));
      }
    }
  }

  @Test
  void what_was_measured_survives_a_file() throws IOException {
    byte[] json = trainer.model().toJson();
    assertEquals(
        List.of(new String(json, "UTF-8").split("\n")),
        List.of(new String(network.load(json).toJson(), "UTF-8").split("\n")));
  }

  @Test
  void gradients_are_those_of_the_interpreter() {
    GradientCheck.of(trainer, all.toBatch()).requireWithin(1e-5);
  }
}
