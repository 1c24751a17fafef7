package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.diagnosis.Finding;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Small runs, each with one sickness, and what is found. */
class DiagnosedRunTest {
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation =
        SourceCompiler.javac()
            .compileCleanly(
                network("Wide", "@Dense(units = 64, activation = RELU) Layer hidden;"),
                network(
                    "Masked",
                    "@Dense(units = 64, activation = RELU)"
                        + " @Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer hidden;"),
                network("Linear"),
                network("Held", "@Dense(units = 16, activation = RELU) @L2(40) Layer hidden;"),
                network("Small", "@Dense(units = 8, activation = TANH) Layer hidden;"));
  }

  private static String network(String name, String... hidden) {
    String[] layers = new String[hidden.length + 1];
    System.arraycopy(hidden, 0, layers, 0, hidden.length);
    layers[hidden.length] = "@Dense(units = 2) Layer output;";
    return Declarations.source("sick." + name, "input = 2, loss = Loss.CROSS_ENTROPY", layers);
  }

  @Test
  void a_healthy_run_has_no_finding() {
    Training training =
        Training.epochs(200)
            .optimizer(Adam.of(0.01))
            .validation(circles(400, 2, 0))
            .earlyStopping(EarlyStopping.defaults());
    History history = trainer("Small").fit(circles(400, 1, 0), training);
    assertEquals("nothing found", history.diagnose().toString());
  }

  /** A third of the labels are wrong, which can only be learned by heart. */
  @Test
  void labels_learned_by_heart_are_overfitting() {
    Training training =
        Training.epochs(300).optimizer(Adam.of(0.02)).validation(circles(300, 2, 0.3));
    Diagnosis diagnosis = trainer("Wide").fit(circles(60, 1, 0.3), training).diagnose();
    assertEquals(List.of("overfitting"), keys(diagnosis), diagnosis.toString());
    assertTrue(
        diagnosis.findings().get(0).remedy().startsWith("@Dropout(0.5) on hidden"),
        diagnosis.toString());
  }

  @Test
  void a_line_between_circles_is_underfitting() {
    Training training = Training.epochs(60).optimizer(Adam.of(0.01)).validation(circles(300, 2, 0));
    Diagnosis diagnosis = trainer("Linear").fit(circles(300, 1, 0), training).diagnose();
    assertEquals(List.of("underfitting"), keys(diagnosis), diagnosis.toString());
    assertTrue(
        diagnosis.findings().get(0).remedy().startsWith("a hidden layer"), diagnosis.toString());
  }

  @Test
  void a_strong_penalty_is_named_with_its_layer() {
    Training training = Training.epochs(30).optimizer(Sgd.of(0.01)).validation(circles(300, 2, 0));
    Diagnosis diagnosis = trainer("Held").fit(circles(60, 1, 0), training).diagnose();
    assertEquals("dominating-penalty", keys(diagnosis).get(0), diagnosis.toString());
    assertTrue(
        diagnosis.findings().get(0).remedy().startsWith("@L2(4) in place of @L2(40) on hidden"));
  }

  @Test
  void units_that_no_row_switches_on_are_counted() {
    NetworkTrainer<?> trainer = trainer("Wide");
    float[] bias = new float[64];
    for (int unit = 0; unit < 24; unit++) {
      bias[unit] = -100;
    }
    trainer.setParameter("hidden.bias", bias);
    Training training =
        Training.epochs(60)
            .optimizer(Adam.of(0.01))
            .validation(circles(300, 2, 0))
            .earlyStopping(EarlyStopping.defaults());
    History history = trainer.fit(circles(400, 1, 0), training);
    assertEquals(24, history.observed().deadUnits().get("hidden"));
    assertEquals(0, history.observed().deadUnits().get("output"));
    assertEquals(256, history.observed().sampledRows());
    assertEquals(List.of("dead-units"), keys(history.diagnose()), history.diagnose().toString());
  }

  /** All rows of a batch leave out the same units, which are as well as before in the next. */
  @Test
  void units_that_a_batch_leaves_out_are_not_dead() {
    History history =
        trainer("Masked")
            .fit(circles(400, 1, 0), Training.epochs(20).batchSize(64).optimizer(Adam.of(0.01)));
    assertEquals(0, history.observed().deadUnits().get("hidden"));
  }

  @Test
  void units_without_incoming_weights_are_empty_rather_than_dead() {
    NetworkTrainer<?> trainer = trainer("Wide");
    float[] weights = trainer.parameter("hidden.weights"); // [2, 64]
    float[] bias = new float[64];
    for (int unit = 0; unit < 24; unit++) {
      weights[unit] = 0;
      weights[64 + unit] = unit == 23 ? 1 : 0;
      bias[unit] = -100;
    }
    trainer.setParameter("hidden.weights", weights);
    trainer.setParameter("hidden.bias", bias);
    History history = trainer.fit(circles(60, 1, 0), Training.epochs(2).optimizer(Adam.of(0.01)));
    assertEquals(1, history.observed().deadUnits().get("hidden"));
  }

  @Test
  void steps_that_are_too_long_are_seen() {
    Training training =
        Training.epochs(40).batchSize(8).optimizer(Sgd.of(30)).validation(circles(300, 2, 0));
    Diagnosis diagnosis = trainer("Small").fit(circles(200, 1, 0), training).diagnose();
    assertEquals("high-learning-rate", keys(diagnosis).get(0), diagnosis.toString());
    assertTrue(diagnosis.findings().get(0).remedy().contains("Sgd.of(30)"), diagnosis.toString());
  }

  @Test
  void a_run_that_ends_early_is_still_improving() {
    Training training =
        Training.epochs(40).optimizer(Adam.of(0.003)).validation(circles(300, 2, 0));
    Diagnosis diagnosis = trainer("Small").fit(circles(400, 1, 0), training).diagnose();
    assertEquals(List.of("still-improving"), keys(diagnosis), diagnosis.toString());
  }

  @Test
  void a_run_without_validation_is_told() {
    Training training =
        Training.epochs(200).optimizer(Adam.of(0.01)).earlyStopping(EarlyStopping.defaults());
    Diagnosis diagnosis = trainer("Small").fit(circles(400, 1, 0), training).diagnose();
    assertEquals(List.of("no-validation"), keys(diagnosis), diagnosis.toString());
  }

  @Test
  void only_the_epochs_of_the_run_count_and_looking_changes_nothing() {
    NetworkTrainer<?> trainer = trainer("Wide");
    Training training = Training.epochs(2).optimizer(Sgd.of(0.1));
    trainer.fit(circles(60, 1, 0), training);
    History second = trainer.fit(circles(60, 1, 0), training);
    assertEquals(2, second.observed().epochsBefore());
    assertEquals(4, second.epochs().size());
    NetworkTrainer<?> once = trainer("Wide");
    once.fit(circles(60, 1, 0), Training.epochs(4).optimizer(Sgd.of(0.1)));
    assertEquals(once.state().history(), trainer.state().history());
    assertEquals(once.state().steps(), trainer.state().steps());
  }

  /** A schedule may be a table that ends with the run. */
  @Test
  void looking_asks_no_schedule_for_a_time_after_the_run() {
    double[] factors = {1, 0.5, 0.25};
    Training training =
        Training.epochs(3).learningRate(epoch -> factors[(int) epoch]).l2("hidden", 1);
    trainer("Held").fit(circles(60, 1, 0), training.l2("hidden", epoch -> factors[(int) epoch]));
  }

  private static NetworkTrainer<?> trainer(String name) {
    return compilation.network("sick." + name).create(3);
  }

  private static List<String> keys(Diagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::key).toList();
  }

  /** Points of the plane; class 1 is inside a circle around 0, but for a share of the labels. */
  private static Dataset circles(int rows, long seed, double wrong) {
    Random random = new Random(seed);
    float[] features = new float[2 * rows];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      float x = (float) random.nextGaussian();
      float y = (float) random.nextGaussian();
      features[2 * row] = x;
      features[2 * row + 1] = y;
      boolean inside = x * x + y * y < 1.4;
      labels[row] = inside == (random.nextDouble() >= wrong) ? 1 : 0;
    }
    return Dataset.ofClasses(features, rows, labels);
  }
}
