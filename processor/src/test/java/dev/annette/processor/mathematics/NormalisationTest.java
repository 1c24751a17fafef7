package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated networks that normalise, against double precision. */
class NormalisationTest {
  private static final double TOLERANCE = 1e-5;
  private static final int STEPS = 200;
  private static final Compilation DEEP =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "norm.Deep",
                  "input = 5, loss = Loss.CROSS_ENTROPY",
                  "@BatchNorm(momentum = 0.75) Layer raw;",
                  "@Dense(units = 9, activation = GELU) @LayerNorm Layer first;",
                  "@Dense(units = 8, activation = TANH, bias = false) @BatchNorm Layer second;",
                  "@Dense(units = 7, bias = false) @BatchNorm(epsilon = 0.01) Layer third;",
                  "@RmsNorm Layer fourth;",
                  "@Dense(units = 4, bias = false) @BatchNorm Layer output;"));

  private static final Compilation WIDE =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "norm.Wide",
                  "input = 40, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dense(units = 67, activation = RELU, bias = false) @BatchNorm Layer a;",
                  "@Dense(units = 61, activation = RELU) @LayerNorm Layer b;",
                  "@Dense(units = 59, activation = RELU) @RmsNorm @Dropout(0.2) Layer c;",
                  "@Dense(units = 3) Layer output;"));

  @ParameterizedTest
  @EnumSource
  void every_activation_and_dropout_goes_with_every_normalisation(Activation activation) {
    List<String> sources = new ArrayList<>();
    for (String norm : List.of("BatchNorm", "LayerNorm", "RmsNorm")) {
      for (String dropout : List.of("", "@Dropout(0.4)")) {
        sources.add(
            Declarations.source(
                "norm." + norm + dropout.length(),
                "input = 5, loss = Loss.HALF_SQUARED_ERROR",
                "@Dense(units = 7, activation = %s, bias = false) @%s %s Layer hidden;"
                    .formatted(activation, norm, dropout),
                "@Dense(units = 3) Layer output;"));
      }
    }
    Compilation compilation = SourceCompiler.javac().compileCleanly(sources.toArray(String[]::new));
    for (String norm : List.of("BatchNorm", "LayerNorm", "RmsNorm")) {
      for (int dropout : new int[] {0, "@Dropout(0.4)".length()}) {
        check(compilation.network("norm." + norm + dropout), Loss.HALF_SQUARED_ERROR, 3);
      }
    }
  }

  @Test
  void several_normalisations_in_a_row_keep_gradients_and_predictions() {
    check(DEEP.network("norm.Deep"), Loss.CROSS_ENTROPY, 4);
  }

  private static void check(GeneratedNetwork network, Loss loss, int outputs) {
    NetworkTrainer<?> trainer = chance(network);
    Random random = new Random(7);
    for (int rows : new int[] {11, 5, 1}) {
      Batch batch = Sample.batch(random, loss, rows, 5, outputs, rows == 11);
      GradientCheck.of(trainer, batch).requireWithin(TOLERANCE);
    }
    trainer.prepare(Training.online().optimizer(Sgd.of(0.01)));
    trainer.step(Sample.batch(random, loss, 11, 5, outputs, false));
    requirePredictions(trainer, Sample.batch(random, loss, 9, 5, outputs, false));
  }

  private static NetworkTrainer<?> chance(GeneratedNetwork network) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.setParameters(Sample.numbers(new Random(3), trainer.parameterCount(), 1));
    return trainer;
  }

  private static void requirePredictions(NetworkTrainer<?> trainer, Batch batch) {
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    double[] expected =
        Interpreter.of(trainer.description()).run(tensors, batch, Replay.none()).outputs().values();
    float[] actual = new float[expected.length];
    trainer.model().predictor().predict(batch.features(), batch.rows(), actual);
    assertClose(expected, actual, TOLERANCE, "predictions");
  }

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in =
        NormalisationTest.class.getResourceAsStream("/fixtures/normalisation.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void training_and_prediction_are_those_of_pytorch(JsonNode json) {
    String kind = json.get("kind").asText();
    String momentum = json.has("momentum") ? ", momentum = " + json.get("momentum").asText() : "";
    GeneratedNetwork network =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "norm.Fixture",
                    "input = 3, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 5, activation = TANH, bias = false) @%s(epsilon = %s%s)"
                            .formatted(capital(kind), json.get("epsilon").asText(), momentum)
                        + " Layer hidden;",
                    "@Dense(units = 2) Layer output;"))
            .network("norm.Fixture");
    NetworkTrainer<?> trainer = network.create(1);
    json.get("parameters")
        .fields()
        .forEachRemaining(f -> trainer.setParameter(f.getKey(), floats(f.getValue())));
    trainer.prepare(Training.online().optimizer(Sgd.of(json.get("learningRate").asDouble())));
    JsonNode expected = json.get("expected");
    Batch batch =
        Batch.of(
            floats(json.get("features")),
            json.get("rows").asInt(),
            new Targets.Values(floats(json.get("targets"))),
            null);
    for (JsonNode loss : expected.get("dataLoss")) {
      assertEquals(
          loss.asDouble(), trainer.step(batch), TOLERANCE * Math.max(0.1, loss.asDouble()));
    }
    expected
        .get("parameters")
        .fields()
        .forEachRemaining(
            f ->
                assertArrayEquals(
                    floats(f.getValue()), trainer.parameter(f.getKey()), 1e-5f, f.getKey()));
    float[] outputs = new float[batch.rows() * 2];
    trainer.model().predictor().predict(batch.features(), batch.rows(), outputs);
    assertArrayEquals(floats(expected.get("outputs")), outputs, 1e-5f);
  }

  private static String capital(String kind) {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }

  private static float[] floats(JsonNode array) {
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) array.get(i).asDouble();
    }
    return floats;
  }

  @Test
  void a_step_reads_as_its_phases() {
    String source = DEEP.source("norm.DeepTrainer");
    int from = source.indexOf("this.batch = batch;\n    state.");
    String phases = source.substring(source.indexOf("state.", from), source.indexOf("  }", from));
    assertEquals(
        """
        state.acrossRows(batch.rows(), statisticsOfRaw);
        state.forRows(batch.rows(), forwardToSecond);
        state.acrossRows(batch.rows(), statisticsOfSecond);
        state.forRows(batch.rows(), forwardToThird);
        state.acrossRows(batch.rows(), statisticsOfThird);
        state.forRows(batch.rows(), forwardToOutput);
        state.acrossRows(batch.rows(), statisticsOfOutput);
        state.forRows(batch.rows(), forwardAndBackwardToOutput);
        state.acrossRows(batch.rows(), gradientStatisticsOfOutput);
        state.forRows(batch.rows(), backwardToThird);
        state.acrossRows(batch.rows(), gradientStatisticsOfThird);
        state.forRows(batch.rows(), backwardToSecond);
        state.acrossRows(batch.rows(), gradientStatisticsOfSecond);
        state.forRows(batch.rows(), backwardToRaw);
        state.acrossRows(batch.rows(), gradientStatisticsOfRaw);
        """,
        phases.indent(-4));
  }

  @Test
  void running_statistics_follow_updates_alone() {
    NetworkTrainer<?> trainer = chance(DEEP.network("norm.Deep"));
    trainer.prepare(Training.online().optimizer(Sgd.of(0.01)));
    Batch batch = Sample.batch(new Random(5), Loss.CROSS_ENTROPY, 6, 5, 4, false);
    float[] before = trainer.parameter("raw.mean");
    trainer.gradients(batch, new float[trainer.parameterCount()]);
    assertArrayEquals(before, trainer.parameter("raw.mean"));
    trainer.step(batch);
    double mean = 0;
    double square = 0;
    for (int row = 0; row < 6; row++) {
      mean += batch.features()[row * 5] / 6.0;
    }
    for (int row = 0; row < 6; row++) {
      square += Math.pow(batch.features()[row * 5] - mean, 2);
    }
    assertEquals(0.25 * mean, trainer.parameter("raw.mean")[0], 1e-7);
    assertEquals(0.75 + 0.25 * square / 5, trainer.parameter("raw.variance")[0], 1e-6);
  }

  @Test
  void one_row_alone_is_normalised_by_the_running_statistics_and_moves_none() {
    NetworkTrainer<?> trainer = chance(DEEP.network("norm.Deep"));
    trainer.prepare(Training.online().optimizer(Sgd.of(0.01)));
    Random random = new Random(5);
    trainer.step(Sample.batch(random, Loss.CROSS_ENTROPY, 6, 5, 4, false));
    float[] mean = trainer.parameter("second.mean");
    float[] variance = trainer.parameter("second.variance");
    Batch one = Sample.batch(random, Loss.CROSS_ENTROPY, 1, 5, 4, false);
    double predicted =
        Interpreter.of(trainer.description())
            .dataLoss(
                Tensors.ofFloats(trainer.description(), trainer::parameter), one, Replay.none());
    assertEquals(predicted, trainer.step(one), TOLERANCE);
    assertArrayEquals(mean, trainer.parameter("second.mean"));
    assertArrayEquals(variance, trainer.parameter("second.variance"));
  }

  @Test
  void a_model_file_holds_the_unfolded_numbers_and_gives_the_same_bits() throws Exception {
    GeneratedNetwork network = DEEP.network("norm.Deep");
    NetworkTrainer<?> trainer = chance(network);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.01)));
    Batch batch = Sample.batch(new Random(5), Loss.CROSS_ENTROPY, 6, 5, 4, false);
    trainer.step(batch);
    NetworkModel model = trainer.model();
    NetworkModel loaded = network.load(model.toJson());
    assertArrayEquals(predictions(model, batch), predictions(loaded, batch));
    NetworkTrainer<?> resumed = network.from(loaded);
    for (TensorDescription tensor : trainer.description().tensors()) {
      assertArrayEquals(trainer.parameter(tensor.name()), resumed.parameter(tensor.name()));
    }
    resumed.prepare(Training.online().optimizer(Sgd.of(0.01)));
    assertEquals(trainer.step(batch), resumed.step(batch));
    assertTrue(
        trainer.description().tensors().stream()
            .anyMatch(t -> t.role() == TensorDescription.Role.GAIN));
  }

  private static float[] predictions(NetworkModel model, Batch batch) {
    float[] outputs = new float[batch.rows() * 4];
    model.predictor().predict(batch.features(), batch.rows(), outputs);
    return outputs;
  }

  @Test
  void a_step_allocates_nothing(@TempDir Path classes) throws Exception {
    for (Map.Entry<String, byte[]> file : WIDE.outputs().entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dannette.kernels=scalar",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                NormalisationTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("0 bytes", output.strip());
  }

  /** Prints the bytes that a step allocates, the least of some rounds. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Method create = Class.forName("norm.WideTrainer").getMethod("create", long.class);
    NetworkTrainer<?> trainer = (NetworkTrainer<?>) create.invoke(null, 1L);
    trainer.prepare(Training.online().threads(2).optimizer(Sgd.of(0.001)));
    Batch batch = Sample.batch(new Random(9), Loss.HALF_SQUARED_ERROR, 3, 40, 3, false);
    ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; bytes > 0 && round < 500; round++) {
      long before = beans.getCurrentThreadAllocatedBytes();
      for (int step = 0; step < STEPS; step++) {
        trainer.step(batch);
      }
      bytes = Math.min(bytes, beans.getCurrentThreadAllocatedBytes() - before);
    }
    System.out.println(bytes / STEPS + " bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threads_change_no_bit(int threads) {
    Batch batch = Sample.batch(new Random(9), Loss.HALF_SQUARED_ERROR, 130, 40, 3, false);
    NetworkTrainer<?> alone = trained(WIDE.network("norm.Wide"), batch, 1);
    NetworkTrainer<?> together = trained(WIDE.network("norm.Wide"), batch, threads);
    for (TensorDescription tensor : alone.description().tensors()) {
      assertArrayEquals(alone.parameter(tensor.name()), together.parameter(tensor.name()));
      assertFalse(Float.isNaN(alone.parameter(tensor.name())[0]));
    }
  }

  private static NetworkTrainer<?> trained(GeneratedNetwork network, Batch batch, int threads) {
    NetworkTrainer<?> trainer = network.create(4);
    trainer.prepare(Training.online().threads(threads).optimizer(Sgd.momentum(0.01, 0.9)));
    for (int i = 0; i < 5; i++) {
      trainer.step(batch);
    }
    return trainer;
  }
}
