package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated networks with DropConnect, against PyTorch with the same masks. */
class DropConnectFixtureTest {
  private static final double TOLERANCE = 2e-6;
  private static final String FILE = "drop-connect.json";
  private static Compilation networks;

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(Fixture.read(FILE).get("cases").spliterator(), false);
  }

  @BeforeAll
  static void compile() {
    List<String> sources = new ArrayList<>();
    for (String mask : List.of("PER_ROW", "PER_BATCH")) {
      sources.add(
          Declarations.source(
              "connected." + mask,
              "input = 5, loss = Loss.HALF_SQUARED_ERROR",
              "@Dense(units = 7, activation = TANH) " + connected(0.25, mask) + " Layer hidden;",
              "@Dense(units = 2) " + connected(0.5, mask) + " Layer output;"));
    }
    networks = SourceCompiler.javac().compileCleanly(sources.toArray(String[]::new));
  }

  private static String connected(double rate, String mask) {
    return "@DropConnect(value = " + rate + ", mask = MaskScope." + mask + ")";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_first_gradients_are_those_of_pytorch(JsonNode json) {
    NetworkTrainer<?> trainer = trainer(json);
    float[] gradients = new float[trainer.parameterCount()];
    double loss = trainer.gradients(batch(json), gradients);
    double expected = json.at("/expected/dataLoss/0").asDouble();
    assertEquals(expected, loss, TOLERANCE * expected);
    assertClose(
        all(trainer, json.at("/expected/firstGradients")), gradients, TOLERANCE, "gradients");
  }

  /** Every step has masks of its own. */
  @ParameterizedTest
  @MethodSource("cases")
  void training_follows_pytorch(JsonNode json) {
    NetworkTrainer<?> trainer = trainer(json);
    JsonNode losses = json.at("/expected/dataLoss");
    for (JsonNode loss : losses) {
      double expected = loss.asDouble();
      assertEquals(expected, trainer.step(batch(json)), TOLERANCE * expected);
    }
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    assertClose(all(trainer, json.at("/expected/parameters")), parameters, TOLERANCE, "parameters");
    assertEquals(json.get("steps").asInt(), losses.size());
  }

  private static NetworkTrainer<?> trainer(JsonNode json) {
    NetworkTrainer<?> trainer =
        networks
            .network("connected." + json.get("mask").asText())
            .create(json.get("seed").asLong());
    json.get("parameters")
        .properties()
        .forEach(entry -> trainer.setParameter(entry.getKey(), Fixture.floats(entry.getValue())));
    trainer.prepare(Training.online().optimizer(Sgd.of(json.get("learningRate").asDouble())));
    return trainer;
  }

  private static Batch batch(JsonNode json) {
    return Batch.of(
        Fixture.floats(json.get("features")),
        json.get("rows").asInt(),
        new Targets.Values(Fixture.floats(json.get("targets"))),
        null);
  }

  /** Returns what is learned in the order of the description. */
  private static double[] all(NetworkTrainer<?> trainer, JsonNode byName) {
    return trainer.description().tensors().stream()
        .filter(TensorDescription::isLearned)
        .flatMapToDouble(tensor -> Arrays.stream(Fixture.doubles(byName.get(tensor.name()))))
        .toArray();
  }
}
