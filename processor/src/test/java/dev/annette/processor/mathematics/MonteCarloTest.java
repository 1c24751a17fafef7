package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions with the noise of training, against closed forms and against the model. */
class MonteCarloTest {
  private static final int SAMPLES = 20_000;

  /** Deviations of an estimate that no seed of these tests reaches. */
  private static final double DEVIATIONS = 5;

  private static final Compilation NETWORKS =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "mc.Linear",
                  "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dropout(0.25) Layer features;",
                  "@Dense(units = 2) Layer output;"),
              Declarations.source(
                  "mc.Connected",
                  "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dense(units = 2) @DropConnect(0.25) Layer output;"),
              Declarations.source(
                  "mc.Deep",
                  "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dense(units = 5) @Dropout(0.5) Layer hidden;",
                  "@Dense(units = 1) Layer output;"),
              Declarations.source(
                  "mc.Quiet",
                  "input = 6, loss = Loss.CROSS_ENTROPY",
                  "@Standardize Layer raw;",
                  "@Dense(units = 9, activation = TANH) @BatchNorm @Dropout(0) Layer first;",
                  "@BatchNorm @ActivityL2(0.1) Layer between;",
                  "@Dense(units = 7, activation = RELU) @ActivityL1(0.1) @Dropout(0) Layer second;",
                  "@Dense(units = 3) @Dropout(0) Layer output;"),
              Declarations.source(
                  "mc.Classes",
                  "input = 6, loss = Loss.CROSS_ENTROPY",
                  "@Standardize Layer raw;",
                  "@Dense(units = 40, activation = TANH) @BatchNorm @Dropout(0.5) Layer first;",
                  "@Dense(units = 70, activation = RELU) @Dropout(0.2) Layer second;",
                  "@Dense(units = 3, activation = SOFTMAX) Layer output;"),
              Declarations.source(
                  "mc.Answers",
                  "input = 6, loss = Loss.BINARY_CROSS_ENTROPY",
                  "@Dense(units = 8, activation = RELU) @Dropout(0.5) Layer hidden;",
                  "@Dense(units = 2, activation = SIGMOID) Layer output;"),
              Declarations.source(
                  "mc.Silent",
                  "input = 6, loss = Loss.HUBER",
                  "@Dense(units = 4, activation = RELU) @BatchNorm Layer hidden;",
                  "@Dense(units = 1) Layer output;"));

  /**
   * {@code y = Σ m·x·w + b}, with independent m of mean 1 and variance {@code p/(1 − p)} for every
   * input, or for every weight.
   */
  @ParameterizedTest
  @ValueSource(strings = {"Linear", "Connected"})
  void noise_on_the_inputs_of_a_line_has_the_mean_and_variance_of_its_closed_form(String name) {
    NetworkTrainer<?> trainer = NETWORKS.network("mc." + name).create(1);
    float[][] rows = rows(3);
    MonteCarloPrediction prediction = trainer.predictMonteCarlo(rows, SAMPLES, 7);
    float[] w = trainer.parameter("output.weights");
    for (int row = 0; row < rows.length; row++) {
      for (int output = 0; output < 2; output++) {
        double mean = trainer.parameter("output.bias")[output];
        double variance = 0;
        for (int i = 0; i < 6; i++) {
          double term = rows[row][i] * w[2 * i + output];
          mean += term;
          variance += term * term * 0.25 / 0.75;
        }
        compare(prediction, row, output, mean, variance);
      }
    }
  }

  /** The same, with what the hidden layer hands on in place of the inputs. */
  @Test
  void dropout_within_a_linear_network_has_the_mean_and_variance_of_its_closed_form() {
    NetworkTrainer<?> trainer = NETWORKS.network("mc.Deep").create(2);
    float[][] rows = rows(70);
    MonteCarloPrediction prediction = trainer.predictMonteCarlo(rows, SAMPLES, 7);
    float[] w = trainer.parameter("hidden.weights");
    float[] v = trainer.parameter("output.weights");
    float[] outputs = new float[1];
    for (int row : new int[] {0, 1, 64, 69}) {
      double variance = 0;
      for (int unit = 0; unit < 5; unit++) {
        double hidden = 0;
        for (int i = 0; i < 6; i++) {
          hidden += (double) rows[row][i] * w[5 * i + unit];
        }
        variance += hidden * hidden * v[unit] * v[unit] * 0.5 / 0.5;
      }
      trainer.model().predictor().predict(rows[row], outputs);
      compare(prediction, row, 0, outputs[0], variance);
    }
  }

  private static void compare(
      MonteCarloPrediction prediction, int row, int output, double mean, double variance) {
    double error = Math.sqrt(variance / SAMPLES);
    assertEquals(mean, prediction.mean(row, output), DEVIATIONS * error);
    double deviation = prediction.standardDeviation(row, output);
    // a variance of n samples scatters by at most √(kurtosis/n) of itself, and here by less
    assertEquals(variance, deviation * deviation, DEVIATIONS * variance * Math.sqrt(2.0 / SAMPLES));
  }

  /** Dropout of rate 0 changes nothing, so every sample shows what all the other steps do. */
  @Test
  void all_but_the_noise_is_as_in_the_model_bit_for_bit() {
    NetworkTrainer<?> trainer = trained("mc.Quiet");
    float[][] rows = rows(130);
    MonteCarloPrediction prediction = trainer.predictMonteCarlo(rows, 3, 7);
    NetworkModel model = trainer.model();
    for (int row = 0; row < rows.length; row++) {
      float[] outputs = new float[3];
      model.predictor().predict(rows[row], outputs);
      for (int sample = 0; sample < 3; sample++) {
        assertArrayEquals(outputs, sample(prediction, row, sample));
      }
    }
  }

  @Test
  void samples_are_probabilities_around_those_of_the_model() {
    NetworkTrainer<?> trainer = trained("mc.Classes");
    MonteCarloPrediction prediction = trainer.predictMonteCarlo(rows(10), 200, 7);
    for (int row = 0; row < 10; row++) {
      for (int sample = 0; sample < 200; sample++) {
        float[] shares = sample(prediction, row, sample);
        assertEquals(1, shares[0] + shares[1] + shares[2], 1e-6);
      }
      assertTrue(prediction.entropy(row).mutualInformation() > 0);
      assertTrue(prediction.quantile(row, 0, 0.9) > prediction.quantile(row, 0, 0.1));
    }
    MonteCarloPrediction answers =
        NETWORKS.network("mc.Answers").create(1).predictMonteCarlo(rows(4), 50, 7);
    assertTrue(answers.entropy(3, 1).mutualInformation() > 0);
    assertTrue(answers.mean(3, 1) > 0 && answers.mean(3, 1) < 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void the_same_seed_gives_the_same_bits_with_any_number_of_threads(int threads) {
    NetworkTrainer<?> trainer = trained("mc.Classes");
    MonteCarloPrediction expected = trainer.predictMonteCarlo(rows(150), 40, 7);
    trainer.prepare(Training.online().threads(threads));
    assertSame(expected, trainer.predictMonteCarlo(rows(150), 40, 7), 150, 40);
    assertNotEquals(
        expected.sample(0, 0, 0), trainer.predictMonteCarlo(rows(150), 40, 8).sample(0, 0, 0));
  }

  @Test
  void a_sample_does_not_depend_on_the_samples_and_rows_after_it() {
    NetworkTrainer<?> trainer = trained("mc.Classes");
    MonteCarloPrediction all = trainer.predictMonteCarlo(rows(150), 40, 7);
    assertSame(trainer.predictMonteCarlo(rows(150), 11, 7), all, 150, 11);
    assertSame(trainer.predictMonteCarlo(Arrays.copyOf(rows(150), 70), 40, 7), all, 70, 40);
    Dataset dataset = Dataset.ofClasses(rows(150), new int[150]);
    assertSame(trainer.predictMonteCarlo(dataset, 40, 7), all, 150, 40);
  }

  @Test
  void every_row_and_every_sample_has_noise_of_its_own() {
    NetworkTrainer<?> trainer = NETWORKS.network("mc.Classes").create(1);
    float[][] same = new float[130][6];
    for (float[] row : same) {
      Arrays.fill(row, 1);
    }
    trainer.fitInputs(Dataset.ofClasses(rows(150), new int[150]));
    MonteCarloPrediction prediction = trainer.predictMonteCarlo(same, 5, 7);
    long different =
        java.util.stream.IntStream.range(0, 130 * 5)
            .mapToObj(i -> prediction.sample(i / 5, i % 5, 0))
            .distinct()
            .count();
    assertTrue(different > 640, () -> different + " of 650");
  }

  @Test
  void nothing_of_the_trainer_changes() {
    NetworkTrainer<?> asked = trained("mc.Classes");
    NetworkTrainer<?> other = trained("mc.Classes");
    byte[] before = asked.model().toJson();
    asked.predictMonteCarlo(rows(150), 40, 7);
    assertArrayEquals(before, asked.model().toJson());
    Batch batch =
        Batch.of(Sample.numbers(new Random(9), 60, 2), 10, new Targets.Classes(new int[10]));
    assertEquals(other.step(batch), asked.step(batch));
    assertArrayEquals(other.model().toJson(), asked.model().toJson());
  }

  @Test
  void a_loaded_model_is_sampled_as_the_trainer_it_came_from() {
    GeneratedNetwork network = NETWORKS.network("mc.Classes");
    NetworkTrainer<?> trainer = trained("mc.Classes");
    NetworkModel loaded = network.load(trainer.model().toJson());
    assertSame(
        trainer.predictMonteCarlo(rows(5), 9, 7),
        network.from(loaded).predictMonteCarlo(rows(5), 9, 7),
        5,
        9);
  }

  @Test
  void a_network_without_noise_says_so() {
    NetworkTrainer<?> trainer = NETWORKS.network("mc.Silent").create(1);
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> trainer.predictMonteCarlo(rows(1), 2, 1));
    assertEquals(
        "mc.Silent has nothing random: every sample would be the same. Monte Carlo prediction needs"
            + " noise such as @Dropout on a layer.",
        refusal.getMessage());
    assertTrue(!NETWORKS.source("mc.SilentTrainer").contains("Sampler"));
  }

  @Test
  void inputs_must_be_measured_before() {
    NetworkTrainer<?> trainer = NETWORKS.network("mc.Classes").create(1);
    assertThrows(IllegalStateException.class, () -> trainer.predictMonteCarlo(rows(1), 2, 1));
  }

  private static NetworkTrainer<?> trained(String network) {
    NetworkTrainer<?> trainer = NETWORKS.network(network).create(5);
    int[] labels = new Random(3).ints(150, 0, 3).toArray();
    trainer.fit(
        Dataset.ofClasses(rows(150), labels),
        Training.epochs(2).batchSize(32).optimizer(Sgd.of(0.1)));
    return trainer;
  }

  private static float[][] rows(int count) {
    float[] numbers = Sample.numbers(new Random(4), 6 * count, 2);
    float[][] rows = new float[count][];
    for (int row = 0; row < count; row++) {
      rows[row] = Arrays.copyOfRange(numbers, 6 * row, 6 * row + 6);
    }
    return rows;
  }

  private static float[] sample(MonteCarloPrediction prediction, int row, int sample) {
    float[] outputs = new float[prediction.outputs()];
    for (int output = 0; output < outputs.length; output++) {
      outputs[output] = prediction.sample(row, sample, output);
    }
    return outputs;
  }

  /** Requires the first samples of the first rows to be equal. */
  private static void assertSame(
      MonteCarloPrediction expected, MonteCarloPrediction found, int rows, int samples) {
    for (int row = 0; row < rows; row++) {
      for (int sample = 0; sample < samples; sample++) {
        assertArrayEquals(sample(expected, row, sample), sample(found, row, sample));
      }
    }
  }
}
