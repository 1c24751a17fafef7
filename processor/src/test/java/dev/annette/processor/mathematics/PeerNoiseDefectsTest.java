package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.AlphaDropout;
import dev.annette.GaussianDropout;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What noise does to users of other libraries, each as a test that it cannot happen here. */
class PeerNoiseDefectsTest {
  private static final int ROWS = 500;
  private static final int UNITS = 40;

  private static String network(String modifiers) {
    return Declarations.source(
        "peers.Noisy",
        "input = 3, loss = Loss.HALF_SQUARED_ERROR",
        "@Dense(units = %d, activation = SELU) @Init(Initializer.LECUN_NORMAL) %s Layer hidden;"
            .formatted(UNITS, modifiers),
        "@Dense(units = 1) Layer output;");
  }

  private static GeneratedNetwork compiled(String modifiers) {
    return SourceCompiler.javac().compileCleanly(network(modifiers)).network("peers.Noisy");
  }

  /** Keras: GaussianDropout(1.0) and AlphaDropout(1.0) are taken, and fail when they are called. */
  @Test
  void row_4_a_rate_of_1_is_refused_where_it_is_written() {
    for (Class<? extends Annotation> noise : List.of(GaussianDropout.class, AlphaDropout.class)) {
      String name = "@" + noise.getSimpleName();
      String messages = SourceCompiler.javac().compile(network(name + "(1)")).messages();
      String clause = "so it must be at least 0 and below 1";
      assertTrue(
          messages.contains(name + "(1) on hidden: ") && messages.contains(clause), messages);
      NetworkTrainer<?> trainer = compiled(name + "(0.5)").create(1);
      Training run = Training.online().examples(ROWS).override("hidden", noise, 1);
      String refusal =
          assertThrows(IllegalArgumentException.class, () -> trainer.prepare(run)).getMessage();
      assertTrue(refusal.contains(clause), refusal);
    }
  }

  /** DL4J: DropConnect masks biases when predicting, too, and kept weights are not scaled. */
  @ParameterizedTest
  @ValueSource(strings = {"PER_ROW", "PER_BATCH"})
  void row_10_connections_are_dropped_in_training_alone_and_biases_never(String mask) {
    GeneratedNetwork network =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "peers.Connected",
                    "input = 3, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = %d) @DropConnect(value = 0.5, mask = MaskScope.%s) Layer output;"
                        .formatted(UNITS, mask)))
            .network("peers.Connected");
    NetworkTrainer<?> trainer = network.create(1);
    trainer.prepare(Training.online().examples(ROWS).optimizer(Sgd.of(1e-12)));
    float[] biases = new float[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      biases[unit] = unit;
    }
    trainer.setParameter("output.bias", biases);
    float[] predicted = new float[UNITS];
    trainer.model().predictor().predict(new float[3], predicted);
    assertArrayEquals(biases, predicted);
    trainer.step(batch(new float[3 * ROWS], UNITS));
    float[] trained = TrainerReplay.of(trainer).recorded("output");
    for (int i = 0; i < ROWS * UNITS; i++) {
      assertEquals(i % UNITS, trained[i], 1e-6, "row " + i / UNITS);
    }
    trainer.step(batch(ones(3 * ROWS), UNITS));
    float[] weights = trainer.parameter("output.weights");
    float[] first = TrainerReplay.of(trainer).recorded("output");
    for (int unit = 0; unit < UNITS; unit++) {
      double rest = first[unit] - unit;
      assertTrue(isSumOfDoubledSome(rest, weights, unit), "unit " + unit + ": " + rest);
    }
  }

  /** Returns whether a number is the sum of twice some of the three weights of a unit. */
  private static boolean isSumOfDoubledSome(double sum, float[] weights, int unit) {
    for (int kept = 0; kept < 8; kept++) {
      double some = 0;
      for (int k = 0; k < 3; k++) {
        some += (kept >> k & 1) * 2.0 * weights[k * UNITS + unit];
      }
      if (Math.abs(some - sum) < 1e-5) {
        return true;
      }
    }
    return false;
  }

  /** DL4J: the text of GaussianDropout has the deviation upside down. */
  @Test
  void row_11_the_deviation_of_gaussian_dropout_is_that_of_dropout_of_the_same_rate() {
    NetworkTrainer<?> trainer = compiled("@GaussianDropout(0.2)").create(1);
    trainer.prepare(Training.online().examples(ROWS).optimizer(Sgd.of(1e-12)));
    trainer.step(batch(ones(3 * ROWS), 1));
    float[] factors = TrainerReplay.of(trainer).recorded("hidden.gaussianMask");
    double squares = 0;
    for (float factor : factors) {
      squares += (factor - 1.0) * (factor - 1.0);
    }
    double variance = 0.2 / 0.8;
    double deviationOfEstimate = variance * Math.sqrt(2.0 / factors.length);
    assertEquals(ROWS * UNITS, factors.length);
    assertEquals(variance, squares / factors.length, 4 * deviationOfEstimate);
  }

  private static Batch batch(float[] features, int outputs) {
    return Batch.of(features, ROWS, new Targets.Values(new float[ROWS * outputs]));
  }

  private static float[] ones(int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
