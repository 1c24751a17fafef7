package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.callback.Checkpoint;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.importance.Importances;
import dev.annette.runtime.importance.PermutationImportance;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.report.Report;
import dev.annette.runtime.selection.Ablation;
import dev.annette.runtime.selection.AblationResult;
import dev.annette.runtime.selection.CrossValidation;
import dev.annette.runtime.selection.PathResult;
import dev.annette.runtime.selection.RegularizationPath;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Swa;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with networks is done with those that have embedded columns too. */
class EmbeddingToolsTest {
  private static final Training TRAINING =
      Training.epochs(60).batchSize(16).optimizer(Adam.of(0.03)).validationSplit(0.25);

  private static TypedNetwork network;
  private static List<Object> rows;
  private static Dataset data;
  private static NetworkTrainer<?> trainer;
  private static History history;

  /** The port alone decides. */
  @BeforeAll
  static void train() throws IOException {
    network =
        TypedNetwork.of(
            """
              public record Row(
                  @Categories({"S", "C", "Q"}) @Embedding(2) @Impute(ZEROS) String port,
                  @Hashed(9) @Embedding(3) String cabin,
                  @Standardize float x,
                  @Label boolean label) {}
              @Dense(units = 6, activation = RELU) @L1(0.5) @Dropout(0.2) Layer hidden;
            """);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      lines.add(
          "{\"port\":%s,\"cabin\":\"c%d\",\"x\":%s,\"label\":%s}"
              .formatted(
                  List.of("\"S\"", "\"C\"", "\"Q\"", "null").get(i % 4),
                  i % 11,
                  i * 7 % 13,
                  i % 4 < 2));
    }
    rows = network.read(lines.toArray(String[]::new));
    data = network.dataset(rows);
    trainer = network.create(3);
    history = trainer.fit(data, TRAINING);
  }

  @Test
  void importance_is_that_of_a_column_with_its_sign_of_absence() {
    Importances columns = PermutationImportance.repeats(5).ofColumns(trainer.model(), data);
    Importances features = PermutationImportance.repeats(5).ofFeatures(trainer.model(), data);
    assertEquals("port", columns.sorted().get(0).name(), columns::toString);
    assertEquals("port", features.sorted().get(0).name(), features::toString);
    assertEquals(3, columns.list().size());
  }

  @Test
  void pruning_leaves_every_bit_and_the_report_counts_weights() {
    NetworkModel model = trainer.model();
    float[] expected = (float[]) ask(model, "probabilities", rows);
    assertArrayEquals(expected, (float[]) ask(model.pruned(), "probabilities", rows));
    SparsityReport report = SparsityReport.of(model);
    assertEquals(7 * 6 + 6, report.weights(), report::toString);
    assertTrue(report.zeros() > 0, report::toString);
  }

  @Test
  void regularisers_are_compared_and_followed() {
    AblationResult ablation = Ablation.ofDeclared().run(network::create, data, TRAINING);
    assertEquals(4, ablation.rows().size());
    PathResult<?> path =
        RegularizationPath.l1("hidden").points(3).folds(2).run(network::create, data, TRAINING);
    assertEquals(3, path.points().size());
    double loss =
        CrossValidation.folds(3).run(network::create, data, TRAINING).validationLoss().mean();
    assertTrue(loss < 0.4, () -> "loss " + loss);
  }

  @Test
  void averages_take_embeddings_too() {
    NetworkTrainer<?> plain = network.create(3);
    NetworkTrainer<?> averaged = network.create(3);
    Training training = Training.epochs(4).optimizer(Sgd.of(0.5));
    plain.fit(data, training);
    averaged.fit(data, training.averaging(Swa.from(4)));
    assertArrayEquals(embedding(plain), embedding(averaged), "an average of one epoch");
    NetworkTrainer<?> smooth = network.create(3);
    smooth.fit(data, training.averaging(Ema.of(0.9)));
    assertTrue(Arrays.mismatch(embedding(plain), embedding(smooth)) >= 0);
  }

  /** Returns the numbers of the port in a model. */
  private static float[] embedding(NetworkTrainer<?> of) {
    ModelContent content = of.model().content();
    for (int i = 0; i < content.tensorCount(); i++) {
      if (content.description().tensors().get(i).name().equals("port.weights")) {
        return content.tensor(i);
      }
    }
    throw new AssertionError("no embedding");
  }

  @Test
  void a_run_goes_on_from_its_checkpoint(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    NetworkTrainer<?> first = network.create(4);
    Training half = Training.epochs(3).optimizer(Sgd.of(0.1));
    first.fit(data, half.callback(Checkpoint.every(3, file)));
    NetworkTrainer<?> second = network.from(network.load(Files.readAllBytes(file)));
    first.fit(data, half);
    second.fit(data, half);
    assertArrayEquals(first.model().toJson(), second.model().toJson());
  }

  @Test
  void noise_tells_how_sure_a_prediction_is() {
    MonteCarloPrediction answers = trainer.predictMonteCarlo(data, 50, 1);
    assertTrue(answers.mean(0, 0) > 0.5 && answers.mean(2, 0) < 0.5);
    assertTrue(answers.interval(0, 0, 0.9).high() > answers.interval(0, 0, 0.9).low());
  }

  @Test
  void reports_and_summaries_name_the_layers_of_columns() {
    String html = Report.of(trainer.model(), history).rows(data).html();
    assertTrue(html.contains("cabin"));
    assertTrue(trainer.summary().contains("embedding"), trainer.summary());
    assertTrue(trainer.model().summary().contains("cabin"), trainer.model().summary());
    assertTrue(history.diagnose().toString().length() > 0);
  }
}
