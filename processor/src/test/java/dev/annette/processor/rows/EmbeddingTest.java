package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedded column is its index in a row, and numbers that are learned in the network. */
class EmbeddingTest {
  private static final String COLUMNS =
      """
        public enum Kind { LOW, MIDDLE, HIGH }
        public record Row(
            @Embedding(2) Kind kind,
            @Standardize float x,
            @Categories({"S", "C", "Q"}) @Embedding(3) @Impute(ZEROS) String port,
            @Hashed(7) @Embedding(1) String cabin,
            @Impute(MEAN) Float y,
            @Bucketize({1, 2}) @Embedding(4) float age,
            @Label boolean label) {}
        @Dense(units = 5, activation = TANH) Layer kind;
      """;
  private static final String ROW =
      "{\"kind\":\"%s\",\"x\":%s,\"port\":%s,\"cabin\":\"%s\",\"y\":%s,\"age\":%s,\"label\":%s}";

  private static TypedNetwork network;
  private static List<Object> rows;

  @BeforeAll
  static void read() throws IOException {
    network = TypedNetwork.of(COLUMNS);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          ROW.formatted(
              List.of("LOW", "HIGH", "MIDDLE").get(i % 3),
              0.25 * i,
              i % 5 == 4 ? "null" : List.of("\"S\"", "\"Q\"", "\"C\"", "\"S\"").get(i % 4),
              "c" + i % 11,
              i % 6 == 1 ? "null" : i,
              i % 7 * 0.5,
              i % 3 == 1));
    }
    rows = network.read(lines.toArray(String[]::new));
  }

  private static NetworkTrainer<?> fitted() {
    NetworkTrainer<?> trainer = network.create(5);
    trainer.fitInputs(network.dataset(rows));
    return trainer;
  }

  @Test
  void a_column_is_its_index() {
    Dataset dataset = network.dataset(rows);
    assertEquals(
        List.of("kind", "x", "port", "port missing", "cabin", "y", "y missing", "age"),
        dataset.columnNames());
    assertArrayEquals(new float[] {1, 0, 1, 0, 6, 0, 0, 1}, dataset.row(0));
    assertArrayEquals(new float[] {3, 1, 0, 1}, Arrays.copyOf(dataset.row(4), 4));
    assertEquals(3, dataset.feature(4, 7), "an edge belongs to the range above it");
  }

  @Test
  void every_column_is_a_layer_under_a_name_that_is_free() {
    List<LayerDescription> layers = network.create(1).description().layers();
    assertEquals(
        List.of("columns", "kind_", "port", "cabin", "age", "kind", "output"),
        layers.stream().map(LayerDescription::name).toList());
    assertEquals("{categories=3, column=0, dims=2}", layers.get(1).attributes().toString());
    assertEquals("{categories=7, column=7, dims=1}", layers.get(3).attributes().toString());
    assertEquals(12, layers.get(4).parameterCount());
  }

  @Test
  void numbers_start_with_deviation_1() {
    TypedNetwork large =
        TypedNetwork.of("public record Row(@Hashed(500) @Embedding(8) String x, @Label int y) {}");
    float[] numbers = large.create(1).parameter("x.weights");
    double squares = 0;
    double sum = 0;
    for (float number : numbers) {
      squares += number * number;
      sum += number;
    }
    assertEquals(4000, numbers.length);
    assertEquals(0, sum / numbers.length, 5 / Math.sqrt(4000));
    assertEquals(1, squares / numbers.length, 5 * Math.sqrt(2 / 4000.0));
  }

  @Test
  void gradients_are_those_of_the_interpreter() {
    NetworkTrainer<?> trainer = fitted();
    trainer.prepare(Training.online().examples(rows.size()));
    GradientCheck check = GradientCheck.of(trainer, network.dataset(rows).toBatch());
    check.requireWithin(1e-5);
    assertTrue(
        check.gradients().stream().anyMatch(error -> error.toString().contains("cabin.weights")),
        check::toString);
  }

  @Test
  void what_was_learned_survives_a_file() throws IOException {
    NetworkTrainer<?> trainer = network.create(2);
    trainer.fit(network.dataset(rows), Training.epochs(3).batchSize(7).optimizer(Adam.of(0.01)));
    NetworkModel model = trainer.model();
    byte[] json = model.toJson();
    String text = new String(json, StandardCharsets.UTF_8);
    assertTrue(
        text.contains("{\"name\":\"port.weights\",\"role\":\"embedding\",\"shape\":[3,3]}"), text);
    NetworkModel loaded = network.load(json);
    assertEquals(text, new String(loaded.toJson(), StandardCharsets.UTF_8));
    assertArrayEquals(
        (float[]) ask(model, "probabilities", rows), (float[]) ask(loaded, "probabilities", rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Embedding(3) Kind x | column x: embedding 2 in the file, 3 in the class",
        "Kind x               | column x: embedding 2 in the file, absent in the class",
      })
  void a_file_of_another_embedding_is_refused_with_the_difference(
      String column, String difference) {
    String columns = "public enum Kind { A, B } public record Row(%s, @Label float y) {}";
    byte[] json =
        TypedNetwork.of(columns.formatted("@Embedding(2) Kind x")).create(1).model().toJson();
    TypedNetwork other = TypedNetwork.of(columns.formatted(column));
    Exception refusal = assertThrows(IllegalStateException.class, () -> other.load(json));
    String message = refusal.getCause().getMessage();
    assertTrue(message.contains(difference), message);
  }

  /** A linear network learns any number for each category. */
  @Test
  void categories_learn_numbers_of_their_own() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(@Categories({\"a\", \"b\", \"c\", \"d\"}) @Embedding(1)"
                + " @Impute(ZEROS) String x, @Label float y) {}");
    List<Object> rows =
        network.read(
            "{\"x\":\"a\",\"y\":3}",
            "{\"x\":\"b\",\"y\":-2}",
            "{\"x\":\"c\",\"y\":7}",
            "{\"y\":0.5}");
    NetworkTrainer<?> trainer = network.create(1);
    float[] start = trainer.parameter("x.weights");
    trainer.fit(network.dataset(rows), Training.epochs(3000).fullBatch().optimizer(Adam.of(0.01)));
    NetworkModel model = trainer.model();
    assertArrayEquals(new float[] {3, -2, 7, 0.5f}, (float[]) ask(model, "predict", rows), 1e-2f);
    assertEquals(3, (float) ask(model, "predict", "a"), 1e-2);
    assertEquals(
        start[3], trainer.parameter("x.weights")[3], "the numbers of a category without a row");
  }

  @Test
  void the_number_of_threads_changes_no_bit() throws IOException {
    TypedNetwork wide =
        TypedNetwork.of(
            "public record Row(@Hashed(700) @Embedding(24) String a, @Embedding(9) @Hashed(50)"
                + " String b, @Label float y) {}\n"
                + "@Dense(units = 96, activation = RELU) Layer hidden;");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add("{\"a\":\"%d\",\"b\":\"%d\",\"y\":%d}".formatted(i * i % 389, i % 77, i % 5));
    }
    Dataset data = wide.dataset(wide.read(lines.toArray(String[]::new)));
    List<List<Float>> runs = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 4}) {
      NetworkTrainer<?> trainer = wide.create(3);
      trainer.fit(
          data, Training.epochs(3).batchSize(128).threads(threads).optimizer(Adam.of(0.01)));
      float[] parameters = new float[trainer.parameterCount()];
      trainer.getParameters(parameters);
      List<Float> bits = new ArrayList<>();
      for (float parameter : parameters) {
        bits.add(parameter);
      }
      runs.add(bits);
    }
    assertEquals(1, runs.stream().distinct().count());
  }

  @ParameterizedTest
  @ValueSource(floats = {4, -1, 1.5f})
  void a_feature_that_is_no_index_is_named_with_its_column(float index) {
    NetworkTrainer<?> trainer = fitted();
    Batch batch = network.dataset(rows).toBatch();
    float[] features = batch.features();
    features[2 * batch.width() + 7] = index; // age
    Predictor predictor = trainer.model().predictor();
    float[] outputs = new float[batch.rows()];
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> predictor.predict(features, batch.rows(), outputs));
    assertEquals(
        "age: "
            + index
            + " is the index of no category; it is 0 where there is none, or a whole"
            + " number up to 3",
        refusal.getMessage());
    trainer.prepare(Training.online().examples(rows.size()));
    assertEquals(
        refusal.getMessage(),
        assertThrows(IllegalArgumentException.class, () -> trainer.step(batch)).getMessage());
  }

  @Test
  void there_is_nothing_between_categories_for_mixup() {
    Training training = Training.epochs(1).mixup(0.2);
    NetworkTrainer<?> trainer = network.create(1);
    Dataset data = network.dataset(rows);
    assertEquals(
        "mixup mixes numbers, but kind_ of example.Net embeds a column, and between two categories"
            + " there is nothing; leave out mixup or @Embedding",
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(data, training))
            .getMessage());
  }
}
