package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every optimizer against PyTorch's; the numbers are from optimizer_trajectories.py. */
class OptimizerTrajectoryTest {
  private static final float[] FEATURES = {
    1, 2, -1, 0.5f, -1, 2, -1.5f, 0.25f, 1, 2, 1, 0, 0, -0.5f, 1.5f, 1, -2, -0.75f
  };
  private static final float[] TARGETS = {3, -1, 0.5f, 2, -2, 1};

  @ParameterizedTest
  @CsvSource({
    "sgd, 0",
    "sgd_l2, 0.1",
    "momentum, 0",
    "momentum_l2, 0.1",
    "nesterov, 0",
    "nesterov_l2, 0.1",
    "rmsprop, 0",
    "rmsprop_l2, 0.1",
    "adam, 0",
    "adam_l2, 0.1",
    "adamw, 0",
    "adagrad, 0",
    "adagrad_l2, 0.1",
    "adadelta, 0",
    "adadelta_l2, 0.1",
    "adamax, 0",
    "adamax_l2, 0.1",
    "nadam, 0",
    "nadam_l2, 0.1",
    "amsgrad, 0",
    "amsgrad_l2, 0.1",
    "lion, 0",
    "lion_l2, 0.1",
    "ftrl, 0",
    "ftrl_l2, 0.1"
  })
  void follows_pytorch(String name, double l2) throws IOException {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(3)
            .l2(l2, PenaltyScaling.PYTORCH)
            .start(new float[] {0.5f, -0.25f, 1}, 0.125f);
    trainer.prepare(Training.online().optimizer(optimizer(name)));
    Batch batch = Batch.of(FEATURES, 6, new Targets.Values(TARGETS));
    JsonNode steps = trajectories().get(name);
    for (int step = 0; step < steps.size(); step++) {
      trainer.step(batch);
      float[] learned = new float[4];
      trainer.getParameters(learned);
      for (int i = 0; i < 4; i++) {
        double expected = steps.get(step).get(i).asDouble();
        assertEquals(expected, learned[i], 2e-5, name + ", step " + step + ", number " + i);
      }
    }
    assertEquals(25, steps.size());
  }

  private static Optimizer optimizer(String name) {
    return switch (name.equals("adagrad_l2") || name.equals("adadelta_l2")
        ? name
        : name.replace("_l2", "")) {
      case "sgd" -> Sgd.of(0.05);
      case "momentum" -> Sgd.momentum(0.05, 0.9);
      case "nesterov" -> Sgd.nesterov(0.05, 0.9);
      case "rmsprop" -> RmsProp.defaults();
      case "adam" -> Adam.of(0.02);
      case "adamw" -> AdamW.of(0.02).withWeightDecay(0.1);
      case "adagrad" -> Adagrad.of(0.1).withLearningRateDecay(0.01);
      case "adagrad_l2" -> Adagrad.of(0.1);
      case "adadelta" -> Adadelta.defaults();
      case "adadelta_l2" -> Adadelta.of(2);
      case "adamax" -> Adamax.of(0.02);
      case "nadam" -> Nadam.of(0.02);
      case "amsgrad" -> AmsGrad.of(0.05);
      case "lion" -> Lion.of(0.01);
      case "ftrl" -> Ftrl.of(0.3);
      default -> throw new AssertionError(name);
    };
  }

  private static JsonNode trajectories() throws IOException {
    try (InputStream in =
        OptimizerTrajectoryTest.class.getResourceAsStream("optimizer-trajectories.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
