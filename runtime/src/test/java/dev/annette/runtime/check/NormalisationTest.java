package dev.annette.runtime.check;

import static dev.annette.runtime.check.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares normalisation in double precision with PyTorch and with finite differences. */
class NormalisationTest {
  private static final double TOLERANCE = 1e-12;
  private static final double DIFFERENCES = 1e-8;

  static Stream<JsonNode> cases() {
    return Fixture.cases("normalisation.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void losses_and_gradients_in_training_are_those_of_pytorch(JsonNode json) {
    JsonNode expected = json.get("expected");
    Interpretation actual =
        Interpreter.of(network(json))
            .run(tensors(json, json.get("parameters")), batch(json), Replay.training());
    double loss = expected.get("dataLoss").get(0).asDouble();
    assertEquals(loss, actual.dataLoss(), TOLERANCE * loss);
    expected
        .get("firstGradients")
        .fields()
        .forEachRemaining(
            field ->
                assertClose(
                    Fixture.doubles(field.getValue()),
                    actual.gradients().get(field.getKey()),
                    TOLERANCE,
                    1,
                    field.getKey()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predictions_are_those_of_pytorch_in_evaluation(JsonNode json) {
    JsonNode expected = json.get("expected");
    Interpretation actual =
        Interpreter.of(network(json))
            .run(tensors(json, expected.get("parameters")), batch(json), Replay.none());
    double[] outputs = Fixture.doubles(expected.get("outputs"));
    assertClose(outputs, actual.outputs().values(), TOLERANCE, "outputs");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_differences_in_training_and_in_prediction(JsonNode json) {
    Tensors at = tensors(json, json.get("parameters"));
    for (Replay replay : new Replay[] {Replay.training(), Replay.none()}) {
      Interpreter interpreter = Interpreter.of(network(json));
      Tensors actual = interpreter.run(at, batch(json), replay).gradients();
      Tensors expected =
          FiniteDifferences.gradients(at, t -> interpreter.dataLoss(t, batch(json), replay));
      for (String name : expected.names()) {
        assertClose(expected.get(name), actual.get(name), DIFFERENCES, 1, name);
      }
    }
  }

  /** Running statistics start at mean 0 and variance 1. */
  private static Tensors tensors(JsonNode json, JsonNode parameters) {
    NetworkDescription network = network(json);
    Tensors tensors = Tensors.zeros(network);
    for (String name : tensors.names()) {
      double[] values = tensors.get(name);
      for (int i = 0; i < values.length; i++) {
        JsonNode array = parameters.get(name);
        values[i] = array != null ? array.get(i).asDouble() : name.endsWith("variance") ? 1 : 0;
      }
    }
    return tensors;
  }

  private static NetworkDescription network(JsonNode json) {
    String kind = json.get("kind").asText();
    NetworkDescriptionBuilder network =
        NetworkDescription.network("fixture", 3)
            .layer("hidden", "dense")
            .with("units", 5)
            .with("activation", "tanh")
            .modifier(kind)
            .with("epsilon", json.get("epsilon").asDouble())
            .weight("hidden.weights", 3, 5)
            .gain("hidden.gain", 5);
    if (!kind.equals("rmsNorm")) {
      network.bias("hidden.shift", 5);
    }
    if (kind.equals("batchNorm")) {
      network.statistic("hidden.mean", 5).statistic("hidden.variance", 5);
    }
    return network
        .layer("output", "dense")
        .with("units", 2)
        .weight("output.weights", 5, 2)
        .bias("output.bias", 2)
        .build();
  }

  private static Batch batch(JsonNode json) {
    return Batch.of(
        floats(json.get("features")),
        json.get("rows").asInt(),
        new Targets.Values(floats(json.get("targets"))),
        null);
  }

  private static float[] floats(JsonNode array) {
    double[] numbers = Fixture.doubles(array);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
