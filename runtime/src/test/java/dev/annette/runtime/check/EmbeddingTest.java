package dev.annette.runtime.check;

import static dev.annette.runtime.check.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares embedded columns in double precision with PyTorch and with finite differences. */
class EmbeddingTest {
  private static final double TOLERANCE = 1e-12;
  private static final double DIFFERENCES = 1e-8;

  /** The features are kind, port, whether port is missing, and x. */
  private static final NetworkDescription NETWORK =
      NetworkDescription.network("test.Embedded", 4)
          .loss(Loss.HALF_SQUARED_ERROR)
          .layer("kind", "embedding")
          .with("categories", 3)
          .with("column", 0)
          .with("dims", 2)
          .embedding("kind.weights", 3, 2)
          .layer("port", "embedding")
          .with("categories", 4)
          .with("column", 2)
          .with("dims", 3)
          .embedding("port.weights", 4, 3)
          .layer("hidden", "dense")
          .with("units", 4)
          .with("activation", "tanh")
          .weight("hidden.weights", 7, 4)
          .bias("hidden.bias", 4)
          .layer("output", "dense")
          .with("units", 1)
          .weight("output.weights", 4, 1)
          .bias("output.bias", 1)
          .build();

  private static final List<String> KINDS = List.of("LOW", "MIDDLE", "HIGH");
  private static final List<String> PORTS = List.of("S", "C", "Q", "T");

  static Stream<JsonNode> cases() {
    return Fixture.cases("embedding.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputs_losses_and_gradients_are_those_of_pytorch(JsonNode json) {
    JsonNode expected = json.get("expected");
    Interpretation actual = Interpreter.of(NETWORK).run(tensors(json), batch(json), Replay.none());
    double[] outputs = Fixture.doubles(expected.get("outputs"));
    assertClose(outputs, actual.outputs().values(), TOLERANCE, "outputs");
    assertEquals(expected.get("dataLoss").asDouble(), actual.dataLoss(), TOLERANCE);
    for (String name : actual.gradients().names()) {
      double[] gradient = Fixture.doubles(expected.get("gradients").get(name));
      assertClose(gradient, actual.gradients().get(name), TOLERANCE, 1, name);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_differences(JsonNode json) {
    Interpreter interpreter = Interpreter.of(NETWORK);
    Batch batch = batch(json);
    Tensors at = tensors(json);
    Tensors actual = interpreter.run(at, batch, Replay.none()).gradients();
    Tensors expected =
        FiniteDifferences.gradients(at, t -> interpreter.dataLoss(t, batch, Replay.none()));
    for (String name : expected.names()) {
      assertClose(expected.get(name), actual.get(name), DIFFERENCES, 1, name);
    }
  }

  private static Tensors tensors(JsonNode json) {
    return Tensors.of(NETWORK, name -> Fixture.doubles(json.get("parameters").get(name)));
  }

  private static Batch batch(JsonNode json) {
    JsonNode rows = json.get("rows");
    float[] features = new float[rows.size() * 4];
    float[] targets = new float[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      JsonNode port = row.get("port");
      features[4 * i] = 1 + KINDS.indexOf(row.get("kind").asText());
      features[4 * i + 1] = port.isNull() ? 0 : 1 + PORTS.indexOf(port.asText());
      features[4 * i + 2] = port.isNull() ? 1 : 0;
      features[4 * i + 3] = (float) row.get("x").asDouble();
      targets[i] = (float) row.get("y").asDouble();
    }
    return Batch.of(features, rows.size(), new Targets.Values(targets));
  }
}
