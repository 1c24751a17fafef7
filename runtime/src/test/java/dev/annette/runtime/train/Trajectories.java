package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import java.io.IOException;
import java.io.InputStream;

/** The layer, rows and start of clipping_and_averaging.py, and the paths that it prints. */
final class Trajectories {
  static final Dataset ROWS =
      Dataset.ofValues(
          new float[] {
            1, 2, -1, 0.5f, -1, 2, -1.5f, 0.25f, 1, 2, 1, 0, 0, -0.5f, 1.5f, 1, -2, -0.75f
          },
          6,
          new float[] {3, -1, 0.5f, 2, -2, 1});

  private Trajectories() {}

  /** Returns the layer at its start, with an L2 penalty on its weights. */
  static LinearTrainer start() {
    return LinearTrainer.halfSquared(3)
        .l2(0.1, PenaltyScaling.PYTORCH)
        .start(new float[] {0.5f, -0.25f, 1}, 0.125f);
  }

  /** Returns one path, {@code [steps][parameters]}. */
  static JsonNode path(String name) throws IOException {
    try (InputStream in = Trajectories.class.getResourceAsStream("clipping-and-averaging.json")) {
      return new ObjectMapper().readTree(in).get(name);
    }
  }

  /** Requires weights and bias of a step of a path. */
  static void assertStep(JsonNode path, int step, float[] weights, float bias) {
    for (int i = 0; i < weights.length; i++) {
      assertEquals(path.get(step).get(i).asDouble(), weights[i], 2e-5, "step " + step);
    }
    assertEquals(path.get(step).get(weights.length).asDouble(), bias, 2e-5, "step " + step);
  }
}
