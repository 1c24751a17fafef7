package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Activation;
import dev.annette.ActivityL2;
import dev.annette.KlSparsity;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.FiniteDifferences;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpretation;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Constant;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The penalty on mean outputs, against PyTorch, finite differences and its own purpose. */
class KlSparsityTest {
  private static final double TOLERANCE = 1e-5;

  private static final Compilation NETWORKS =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "sparse.Coder",
                  "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dense(units = 9, activation = SIGMOID) @Dropout(0.3) @KlSparsity(2)"
                      + " @GaussianNoise(0.1) Layer code;",
                  "@Dense(units = 6, bias = false, activation = HARD_SIGMOID) @BatchNorm"
                      + " @KlSparsity(value = 0.5, target = 0.25) @ActivityL2(0.1) Layer second;",
                  "@Dense(units = 6) Layer output;"));

  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.get("name").asText();
    }

    NetworkTrainer<?> trainer() {
      String name = "sparse.Fixture";
      NetworkTrainer<?> trainer =
          SourceCompiler.javac()
              .compileCleanly(
                  Declarations.source(
                      name,
                      "input = 4, loss = Loss.HALF_SQUARED_ERROR",
                      "@Dense(units = 5, activation = %s) @KlSparsity(value = %s, target = %s)"
                              .formatted(
                                  json.get("activation").asText(),
                                  json.get("value"),
                                  json.get("target"))
                          + " Layer hidden;",
                      "@Dense(units = 2) Layer output;"))
              .network(name)
              .create(1);
      for (Map.Entry<String, JsonNode> entry : json.get("parameters").properties()) {
        trainer.setParameter(entry.getKey(), Fixture.floats(entry.getValue()));
      }
      trainer.prepare(Training.online().optimizer(Sgd.of(0.125)));
      return trainer;
    }

    Batch batch() {
      return Batch.of(
          Fixture.floats(json.get("features")),
          json.get("rows").asInt(),
          new Targets.Values(Fixture.floats(json.get("targets"))),
          json.has("weights") ? Fixture.floats(json.get("weights")) : null);
    }
  }

  static List<Case> cases() {
    try (InputStream in = KlSparsityTest.class.getResourceAsStream("/fixtures/sparsity.json")) {
      List<Case> cases = new ArrayList<>();
      new ObjectMapper().readTree(in).get("cases").forEach(json -> cases.add(new Case(json)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void value_and_gradients_are_those_of_pytorch(Case fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    JsonNode expected = fixture.json().get("expected");
    float[] flat = new float[trainer.parameterCount()];
    double loss = trainer.gradients(fixture.batch(), flat);
    assertEquals(expected.get("dataLoss").asDouble(), loss, TOLERANCE * loss);
    int from = 0;
    for (String name : trainer.description().tensors().stream().map(t -> t.name()).toList()) {
      double[] gradient = Fixture.doubles(expected.get("gradients").get(name));
      float[] actual = Arrays.copyOfRange(flat, from, from + gradient.length);
      Closeness.assertClose(gradient, actual, TOLERANCE, name);
      from += gradient.length;
    }
    trainer.step(fixture.batch());
    double penalty = expected.get("penalty").asDouble();
    assertEquals(penalty, trainer.penalty(), TOLERANCE * penalty);
    assertEquals(Map.of("hidden.klSparsity", trainer.penalty()), trainer.penalties());
  }

  @Test
  void gradients_are_the_slopes_of_data_loss_and_penalties() {
    NetworkTrainer<?> trainer = NETWORKS.network("sparse.Coder").create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
    Batch batch = batch(11, null);
    GradientCheck.of(trainer, batch).requireWithin(TOLERANCE);
    TrainerReplay replay = TrainerReplay.of(trainer);
    Interpreter interpreter = Interpreter.of(trainer.description());
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    Tensors slopes =
        FiniteDifferences.gradients(
            tensors,
            point -> {
              Interpretation run = interpreter.run(point, batch, replay);
              return run.dataLoss() + run.activityPenalty();
            });
    Tensors gradients = interpreter.run(tensors, batch, replay).gradients();
    for (String name : slopes.names()) {
      assertArrayEquals(slopes.get(name), gradients.get(name), 1e-8, name);
    }
    double dataLoss = trainer.step(batch);
    Interpretation expected = interpreter.run(tensors, batch, TrainerReplay.of(trainer));
    assertEquals(expected.dataLoss(), dataLoss, TOLERANCE);
    assertEquals(expected.activityPenalty(), trainer.penalty(), TOLERANCE);
  }

  @Test
  void sample_weights_do_not_enter() {
    double[] penalties = new double[2];
    for (int i = 0; i < 2; i++) {
      NetworkTrainer<?> trainer = NETWORKS.network("sparse.Coder").create(1);
      trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
      trainer.step(batch(4, i == 0 ? null : new float[] {2, 0.5f, 1.25f, 0.25f}));
      penalties[i] = trainer.penalties().get("code.klSparsity");
    }
    assertEquals(penalties[0], penalties[1]);
  }

  /** An epoch of 7 rows in batches of 4 has the mean of their penalties, by rows. */
  @Test
  void an_epoch_has_the_mean_over_its_rows() {
    GeneratedNetwork network = NETWORKS.network("sparse.Coder");
    Batch all = batch(7, null);
    float[] targets = ((Targets.Values) all.targets()).values();
    Training training =
        Training.epochs(1)
            .batchSize(4)
            .shuffle(false)
            .optimizer(Sgd.of(1e-30))
            .override("second", KlSparsity.class, 0)
            .override("second", ActivityL2.class, 0);
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(Dataset.ofValues(all.features(), 7, targets), training);
    NetworkTrainer<?> apart = network.create(1);
    double sum = 0;
    for (int[] rows : new int[][] {{0, 4}, {4, 7}}) {
      apart.prepare(
          Training.online()
              .optimizer(Sgd.of(1e-30))
              .override("second", KlSparsity.class, 0)
              .override("second", ActivityL2.class, 0));
      apart.step(
          Batch.of(
              Arrays.copyOfRange(all.features(), rows[0] * 6, rows[1] * 6),
              rows[1] - rows[0],
              new Targets.Values(Arrays.copyOfRange(targets, rows[0] * 6, rows[1] * 6))));
      sum += (rows[1] - rows[0]) * apart.penalty();
    }
    assertEquals(sum / 7, trainer.state().history().get(0).penalty(), 1e-9);
  }

  @Test
  void a_run_overrides_it_by_number_and_schedule_and_the_file_says_so() {
    NetworkTrainer<?> trainer = NETWORKS.network("sparse.Coder").create(1);
    Batch batch = batch(7, null);
    Dataset rows =
        Dataset.ofValues(batch.features(), 7, ((Targets.Values) batch.targets()).values());
    Training off =
        Training.epochs(2)
            .override("second", KlSparsity.class, 0)
            .override("second", ActivityL2.class, 0);
    trainer.fit(
        rows,
        off.override("code", KlSparsity.class, 4)
            .schedule("code", KlSparsity.class, Constant.of(1).then(1, Constant.of(0))));
    assertTrue(trainer.state().history().get(0).penalty() > 1);
    assertEquals(0, trainer.state().history().get(1).penalty());
    trainer.fit(rows, off.override("code", KlSparsity.class, 8));
    PenaltyRecord record = trainer.model().provenance().penalties().get(0);
    assertEquals(new PenaltyRecord("code", "klSparsity", 8, "plain", 8), record);
    GradientCheck.of(trainer, batch).requireWithin(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threads_change_no_bit(int threads) {
    float[][] weights = new float[2][];
    for (int i = 0; i < 2; i++) {
      NetworkTrainer<?> trainer =
          SourceCompiler.javac()
              .compileCleanly(
                  Declarations.source(
                      "sparse.Wide",
                      "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                      "@Dense(units = 301, activation = SIGMOID) @KlSparsity(2) Layer a;",
                      "@Dense(units = 203, activation = SIGMOID) @KlSparsity(2) Layer b;",
                      "@Dense(units = 6) Layer output;"))
              .network("sparse.Wide")
              .create(1);
      trainer.prepare(
          Training.online().threads(i == 0 ? 1 : threads).optimizer(Sgd.momentum(0.01, 0.9)));
      for (int step = 0; step < 5; step++) {
        trainer.step(batch(97, null));
      }
      weights[i] = trainer.parameter("a.weights");
    }
    assertArrayEquals(weights[0], weights[1]);
  }

  /** What the penalty is for: units are active as often as the target says. */
  @Test
  void means_come_to_the_target() {
    NetworkTrainer<?> trainer =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "sparse.Target",
                    "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 9, activation = SIGMOID) @KlSparsity(value = 3, target = 0.1)"
                        + " Layer code;",
                    "@Dense(units = 6) Layer output;"))
            .network("sparse.Target")
            .create(1);
    trainer.prepare(Training.online().optimizer(Adam.of(0.01)));
    Batch batch = batch(200, null);
    for (int step = 0; step < 1500; step++) {
      trainer.step(batch);
    }
    float[] code = TrainerReplay.of(trainer).recorded("code");
    for (int unit = 0; unit < 9; unit++) {
      double mean = 0;
      for (int row = 0; row < 200; row++) {
        mean += code[row * 9 + unit] / 200;
      }
      assertEquals(0.1, mean, 0.01, "unit " + unit);
    }
  }

  /**
   * Those whose outputs stay between 0 and 1, each for itself: no others are allowed, or refused.
   */
  @ParameterizedTest
  @EnumSource
  void activations_between_0_and_1_are_allowed(Activation activation) {
    boolean isShare = activation.elementwise();
    for (double x = -30; isShare && x <= 30; x += 0.125) {
      double y = activation.value(x, 0.5);
      isShare = y >= 0 && y <= 1;
    }
    Compilation compilation =
        SourceCompiler.javac()
            .compile(
                Declarations.source(
                    "sparse.Allowed",
                    "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 9, activation = " + activation + ") @KlSparsity(3) Layer code;",
                    "@Dense(units = 6) Layer output;"));
    assertEquals(isShare, compilation.succeeded(), compilation::messages);
  }

  private static Batch batch(int rows, float[] weights) {
    Random random = new Random(4);
    return Batch.of(
        Sample.numbers(random, rows * 6, 2),
        rows,
        new Targets.Values(Sample.numbers(random, rows * 6, 1)),
        weights);
  }
}
