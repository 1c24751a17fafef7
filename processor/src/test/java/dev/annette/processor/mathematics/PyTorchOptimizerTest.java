package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertWithin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Steps of generated trainers against PyTorch's optimizers. */
class PyTorchOptimizerTest {
  /** How much farther from float64 than PyTorch's own float32 a run may be. */
  private static final double SLACK = 50;

  private static final List<Fixture> FIXTURES =
      Fixture.compiled("optimizers.json").stream()
          .filter(fixture -> !fixture.toString().contains("decays biases"))
          .toList();

  @ParameterizedTest
  @FieldSource("FIXTURES")
  void twenty_steps_follow_those_of_pytorch(Fixture fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    Batch batch = fixture.batch();
    trainer.prepare(
        Training.online()
            .optimizer(optimizer(fixture.json().get("optimizer")))
            .batchSize(fixture.rows()));
    double error = SLACK * fixture.expected().get("float32Deviation").asDouble();
    double[] losses = fixture.expected("losses");
    JsonNode after = fixture.expected().get("after");
    for (int step = 1; step <= losses.length; step++) {
      double loss = trainer.step(batch);
      assertEquals(losses[step - 1], loss, error * losses[0], "loss before step " + step);
      if (after.has(Integer.toString(step))) {
        requireParameters(trainer, after.get(Integer.toString(step)), error, step);
      }
    }
  }

  private static void requireParameters(
      NetworkTrainer<?> trainer, JsonNode expected, double error, int step) {
    for (var entry : expected.properties()) {
      String name = entry.getKey();
      double[] values = Fixture.doubles(entry.getValue());
      assertWithin(values, trainer.parameter(name), error, name + " after step " + step);
    }
  }

  private static Optimizer optimizer(JsonNode json) {
    double rate = json.get("learningRate").asDouble();
    double momentum = json.path("momentum").asDouble();
    double epsilon = json.path("epsilon").asDouble();
    double beta1 = json.path("beta1").asDouble();
    double beta2 = json.path("beta2").asDouble();
    return switch (json.get("kind").asText()) {
      case "SGD" -> Sgd.of(rate);
      case "MOMENTUM" -> Sgd.momentum(rate, momentum);
      case "NESTEROV" -> Sgd.nesterov(rate, momentum);
      case "RMSPROP" -> new RmsProp(rate, json.get("alpha").asDouble(), epsilon);
      case "ADAM" -> new Adam(rate, beta1, beta2, epsilon);
      case "ADAMW" -> new AdamW(rate, beta1, beta2, epsilon, json.get("weightDecay").asDouble());
      default -> throw new IllegalArgumentException(json.toString());
    };
  }
}
