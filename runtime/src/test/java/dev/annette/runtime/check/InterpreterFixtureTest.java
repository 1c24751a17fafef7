package dev.annette.runtime.check;

import static dev.annette.runtime.check.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.Loss;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import dev.annette.runtime.model.TensorDescription;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the interpreter with PyTorch and scikit-learn. */
class InterpreterFixtureTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<Fixture> networks() {
    return Stream.of("activations.json", "sklearn.json").flatMap(Fixture::networks);
  }

  static Stream<Fixture> estimators() {
    return Fixture.networks("sklearn.json");
  }

  static Stream<JsonNode> penalties() {
    return Fixture.cases("penalties.json").filter(json -> !kind(json).equals("CONSTRAINT"));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void logits_loss_and_gradients_are_those_of_pytorch(Fixture fixture) {
    Interpretation actual =
        Interpreter.of(fixture.network()).run(fixture.tensors(), fixture.batch(), Replay.none());
    JsonNode expected = fixture.expected();
    double loss = expected.get("dataLoss").asDouble();
    double[] logits = Fixture.doubles(expected.get("outputs"));
    assertClose(logits, actual.logits().values(), TOLERANCE, "logits");
    assertEquals(loss, actual.dataLoss(), TOLERANCE * loss);
    JsonNode gradients = expected.get("gradients");
    Tensors all = Tensors.of(fixture.network(), name -> Fixture.doubles(gradients.get(name)));
    restoreSixths(fixture.network(), all);
    double scale = Closeness.magnitude(all);
    for (String name : all.names()) {
      assertClose(all.get(name), actual.gradients().get(name), TOLERANCE, scale, name);
    }
  }

  /**
   * Undoes a rounding of PyTorch's: it multiplies gradients of doubles by {@code 1.0f / 6.0f} in
   * hard sigmoids (hardsigmoid_backward_kernel in ATen/native/cpu/Activation.cpp), which is 3·10⁻⁸
   * too large.
   */
  private static void restoreSixths(NetworkDescription network, Tensors gradients) {
    double factor = 1;
    for (int i = network.layers().size() - 1; i >= 0; i--) {
      LayerDescription layer = network.layers().get(i);
      if ("hard_sigmoid".equals(layer.attributes().get("activation"))) {
        factor *= (1.0 / 6) / (1f / 6f);
      }
      for (TensorDescription tensor : layer.tensors()) {
        double[] gradient = gradients.get(tensor.name());
        for (int k = 0; k < gradient.length; k++) {
          gradient[k] *= factor;
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void the_objective_is_that_of_scikit_learn(Fixture fixture) {
    Interpreter interpreter = Interpreter.of(fixture.network());
    int rows = fixture.batch().rows();
    Penalty penalty = interpreter.penalty(fixture.tensors(), rows, rows);
    double loss = interpreter.dataLoss(fixture.tensors(), fixture.batch(), Replay.none());
    double objective = fixture.expected().get("objective").asDouble();
    double expected = fixture.expected().get("penalty").asDouble();
    assertEquals(expected, penalty.value(), TOLERANCE * expected);
    assertEquals(objective, loss + penalty.value(), TOLERANCE * objective);
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void penalties_are_those_of_the_libraries(JsonNode json) {
    String scaling = json.get("scaling").asText().toLowerCase(Locale.ROOT);
    NetworkDescriptionBuilder network =
        NetworkDescription.network("fixture", 2)
            .loss(Loss.valueOf(json.path("loss").asText("HALF_SQUARED_ERROR")))
            .layer("only", "dense")
            .with("units", 3)
            .weight("only.weights", 2, 3);
    for (String part : kind(json).equals("L1L2") ? new String[] {"l1", "l2"} : single(json)) {
      double lambda = json.path("lambda").asDouble(json.path(part).asDouble());
      network.modifier(part).with("value", lambda).with("scaling", scaling);
    }
    NetworkDescription description = network.build();
    Penalty actual =
        Interpreter.of(description)
            .penalty(
                Tensors.of(description, name -> Fixture.doubles(json.get("weights"))),
                json.path("examples").asDouble(1),
                json.path("batchRows").asInt(1));
    JsonNode expected = json.get("expected");
    double value = expected.get("value").asDouble();
    double[] gradient = Fixture.doubles(expected.get("gradient"));
    assertEquals(value, actual.value(), TOLERANCE * value);
    assertEquals(actual.value(), actual.values().get("only.weights"));
    assertClose(gradient, actual.gradients().get("only.weights"), TOLERANCE, "gradient");
  }

  private static String kind(JsonNode json) {
    return json.get("kind").asText();
  }

  private static String[] single(JsonNode json) {
    return new String[] {kind(json).toLowerCase(Locale.ROOT)};
  }
}
