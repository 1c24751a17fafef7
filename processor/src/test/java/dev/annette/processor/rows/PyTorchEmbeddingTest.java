package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Embedded columns give the outputs and gradients of PyTorch's Embedding. */
class PyTorchEmbeddingTest {
  private static final String COLUMNS =
      """
        public enum Kind { LOW, MIDDLE, HIGH }
        public record Row(
            @Embedding(2) Kind kind,
            @Categories({"S", "C", "Q", "T"}) @Embedding(3) @Impute(ZEROS) String port,
            float x,
            @Label float y) {}
        @Dense(units = 4, activation = TANH) Layer hidden;
      """;
  private static final double TOLERANCE = 1e-5;

  static List<JsonNode> cases() throws IOException {
    try (InputStream in =
        PyTorchEmbeddingTest.class.getResourceAsStream("/fixtures/embedding.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(in).get("cases").forEach(cases::add);
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputs_loss_and_gradients_are_those_of_pytorch(JsonNode given) throws IOException {
    TypedNetwork network = TypedNetwork.of(COLUMNS);
    List<String> lines = new ArrayList<>();
    given.get("rows").forEach(row -> lines.add(row.toString()));
    Batch batch = network.dataset(network.read(lines.toArray(String[]::new))).toBatch();
    NetworkTrainer<?> trainer = network.create(1);
    given
        .get("parameters")
        .properties()
        .forEach(entry -> trainer.setParameter(entry.getKey(), floats(entry.getValue())));
    trainer.prepare(Training.online().examples(batch.rows()));

    JsonNode expected = given.get("expected");
    float[] outputs = new float[batch.rows()];
    trainer.model().predictor().predict(batch.features(), batch.rows(), outputs);
    assertClose("outputs", expected.get("outputs"), outputs, 0);
    float[] gradients = new float[trainer.parameterCount()];
    double loss = trainer.gradients(batch, gradients);
    assertEquals(expected.get("dataLoss").asDouble(), loss, TOLERANCE);
    int from = 0;
    for (TensorDescription tensor : trainer.description().tensors()) {
      JsonNode gradient = expected.get("gradients").get(tensor.name());
      assertEquals(tensor.size(), gradient.size(), tensor.name());
      assertClose(tensor.name(), gradient, gradients, from);
      from += tensor.size();
    }
    assertEquals(gradients.length, from);
  }

  private static void assertClose(String name, JsonNode expected, float[] actual, int from) {
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).asDouble(), actual[from + i], TOLERANCE, name + " " + i);
    }
  }

  private static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers.get(i).asDouble();
    }
    return floats;
  }
}
