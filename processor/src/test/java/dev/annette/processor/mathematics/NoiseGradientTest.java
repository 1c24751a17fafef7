package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import dev.annette.AlphaDropout;
import dev.annette.GaussianDropout;
import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.FiniteDifferences;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients of layers with several kinds of noise, which the interpreter replays. */
class NoiseGradientTest {
  private static final double TOLERANCE = 1e-5;
  private static final String[] NOISES = {
    "@Dropout(0.3) @GaussianNoise(0.4)",
    "@GaussianDropout(0.2) @AlphaDropout(0.3)",
    "@AlphaDropout(0.2) @Dropout(0.25) @GaussianDropout(0.4) @GaussianNoise(0.1)",
    "@ActivityL2(0.3) @Dropout(0.3)",
    "@ActivityL1(0.2) @ActivityL2(0.1) @Dropout(0.3)",
  };

  private static Compilation networks;

  @BeforeAll
  static void compile() {
    List<String> sources = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      for (int i = 0; i < NOISES.length; i++) {
        sources.add(
            Declarations.source(
                "noise." + activation + i,
                "input = 5, loss = Loss.HALF_SQUARED_ERROR",
                "@GaussianNoise(0.2) Layer blurred;",
                "@Dense(units = 9, activation = " + activation + ") " + NOISES[i] + " Layer first;",
                "@GaussianNoise(0.3) Layer jitter;",
                "@Dense(units = 7, activation = "
                    + activation
                    + ") "
                    + NOISES[i]
                    + " Layer second;",
                "@Dense(units = 3) Layer output;"));
      }
    }
    networks = SourceCompiler.javac().compileCleanly(sources.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void every_activation_goes_with_noise_of_several_kinds(Activation activation) {
    for (int i = 0; i < NOISES.length; i++) {
      NetworkTrainer<?> trainer = networks.network("noise." + activation + i).create(i);
      trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
      Batch batch = batch(11);
      trainer.step(batch);
      GradientCheck.of(trainer, batch).requireWithin(TOLERANCE);
    }
  }

  @Test
  void frozen_noise_leaves_the_slopes_of_the_loss() {
    NetworkTrainer<?> trainer = networks.network("noise.TANH2").create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
    Batch batch = batch(4);
    trainer.gradients(batch, new float[trainer.parameterCount()]);
    TrainerReplay replay = TrainerReplay.of(trainer);
    Interpreter interpreter = Interpreter.of(trainer.description());
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    Tensors slopes =
        FiniteDifferences.gradients(tensors, point -> interpreter.dataLoss(point, batch, replay));
    Tensors gradients = interpreter.run(tensors, batch, replay).gradients();
    for (String name : slopes.names()) {
      assertArrayEquals(slopes.get(name), gradients.get(name), 1e-8, name);
    }
  }

  /** The mask does not tell alpha dropout's shift: it goes with the rate in force. */
  @Test
  void a_replay_has_the_rates_of_its_run() {
    NetworkTrainer<?> trainer = networks.network("noise.SELU1").create(1);
    for (double rate : new double[] {0, 0.01, 0.5, 0.9}) {
      trainer.prepare(
          Training.online()
              .optimizer(Sgd.of(1e-6))
              .override("first", AlphaDropout.class, rate)
              .override("second", GaussianDropout.class, rate));
      GradientCheck.of(trainer, batch(11)).requireWithin(TOLERANCE);
    }
  }

  @Test
  void noises_of_a_layer_are_independent() {
    NetworkTrainer<?> trainer = networks.network("noise.LINEAR2").create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(1e-6)));
    trainer.gradients(batch(2000), new float[trainer.parameterCount()]);
    TrainerReplay replay = TrainerReplay.of(trainer);
    String[] names = {"alphaMask", "mask", "gaussianMask", "noise"};
    for (String one : names) {
      float[] first = replay.recorded("first." + one);
      float[] second = replay.recorded("second." + one);
      assertTrue(Math.abs(correlation(first, second)) < 4 / Math.sqrt(second.length), one);
      for (String other : Arrays.copyOf(names, Arrays.asList(names).indexOf(one))) {
        float[] beside = replay.recorded("first." + other);
        assertTrue(Math.abs(correlation(first, beside)) < 4 / Math.sqrt(first.length), one + other);
      }
    }
  }

  private static double correlation(float[] a, float[] b) {
    int count = Math.min(a.length, b.length);
    double sumA = 0;
    double sumB = 0;
    double squareA = 0;
    double squareB = 0;
    double product = 0;
    for (int i = 0; i < count; i++) {
      sumA += a[i];
      sumB += b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
      product += a[i] * b[i];
    }
    double covariance = product - sumA * sumB / count;
    return covariance
        / Math.sqrt((squareA - sumA * sumA / count) * (squareB - sumB * sumB / count));
  }

  private static Batch batch(int rows) {
    return Sample.batch(new Random(3), Loss.HALF_SQUARED_ERROR, rows, 5, 3, true);
  }
}
