package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Dropout;
import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.Sampler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout with one mask for all rows of a batch, whose products run on sub-matrices. */
class BatchDropoutTest {
  private static final int ROWS = 44;
  private static final int IN = 21;
  private static final String DROPOUT = "@Dropout(value = %s, mask = MaskScope.PER_BATCH)";
  private static final String OUTPUT = "@Dense(units = 3) Layer output;";
  private static final Map<String, Compilation> COMPILED = new HashMap<>();

  private final Batch batch =
      Sample.batch(new Random(1), Loss.HALF_SQUARED_ERROR, ROWS, IN, 3, false);
  private final Batch weighted =
      Sample.batch(new Random(3), Loss.HALF_SQUARED_ERROR, 13, IN, 3, true);

  /** So few rows that products run on all weights. */
  private final Batch few = Sample.batch(new Random(2), Loss.HALF_SQUARED_ERROR, 5, IN, 3, true);

  /** Layers between an input and an output; * is dropout with one mask a batch. */
  static String[] networks() {
    return new String[] {
      "@Dense(units = 37, activation = RELU) * Layer h;",
      "@Dense(units = 300, activation = TANH) * Layer h;"
          + "@Dense(units = 200, activation = TANH) * Layer g;",
      "@Dense(units = 37, activation = HARD_SIGMOID, bias = false) * Layer h;",
      "@Dense(units = 37, activation = TANH) * Layer h;"
          + "@Dense(units = 18, activation = SELU) * @L2(0.1) Layer g;",
      "* Layer pixels; @Dense(units = 37, activation = SOFTPLUS) * Layer h;",
      "@Standardize Layer s; * Layer pixels; @GaussianDropout(0.1) Layer noise;"
          + "@Dense(units = 37, activation = GELU) * @L1(0.1) Layer h;",
      "@Dense(units = 37, activation = SIGMOID) * Layer h; @GaussianNoise(0.1) Layer noise;",
      "@Dense(units = 37, activation = SOFTMAX) * Layer h;",
      "@Dense(units = 37, activation = RELU, bias = false) @BatchNorm * Layer h;",
      "@Dense(units = 37, activation = RELU) @LayerNorm * Layer h;"
          + "@Dense(units = 18, activation = ELU, bias = false) @BatchNorm Layer g;",
      "@Dense(units = 37, activation = TANH) @ActivityL2(0.1) * Layer h;",
      "@Dense(units = 37, activation = SIGMOID) * @KlSparsity(0.1) Layer h;",
      "@Dense(units = 37, activation = TANH) @DropConnect(0.2) * Layer h;"
          + "@Dense(units = 18, activation = TANH) @DropConnect(0.2) Layer g;",
      "@Dense(units = 37, activation = RELU) Layer h; * Layer after;",
      "@Dense(units = 37, activation = RELU) @GaussianNoise(0.1) * @GaussianDropout(0.1) Layer h;",
    };
  }

  private static GeneratedNetwork network(String layers, double rate, String... options) {
    String hidden = layers.replace("*", DROPOUT.formatted(rate));
    return COMPILED
        .computeIfAbsent(
            hidden + Arrays.toString(options),
            key ->
                SourceCompiler.javac()
                    .with(options)
                    .compileCleanly(
                        Declarations.source(
                            "batches.Net",
                            "input = " + IN + ", loss = Loss.HALF_SQUARED_ERROR",
                            hidden,
                            OUTPUT)))
        .network("batches.Net");
  }

  private NetworkTrainer<?> trained(GeneratedNetwork network, Training training) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fitInputs(Dataset.ofValues(batch.features(), ROWS, new float[ROWS * 3]));
    trainer.prepare(training);
    for (int i = 0; i < 4; i++) {
      trainer.step(few);
      trainer.step(weighted);
      trainer.step(batch);
    }
    return trainer;
  }

  private static float[] parameters(NetworkTrainer<?> trainer) {
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    return parameters;
  }

  private static Training adam() {
    return Training.online().examples(ROWS).optimizer(Adam.of(0.01));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradients_are_those_of_the_mask_at_hand(String layers) {
    NetworkTrainer<?> trainer = trained(network(layers, 0.4), adam());
    for (int i = 0; i < 3; i++) {
      GradientCheck.of(trainer, batch).requireWithin(2e-5);
      trainer.step(batch);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void sub_matrices_give_the_bits_of_whole_ones(String layers) {
    NetworkTrainer<?> kept = trained(network(layers, 0.4), adam());
    NetworkTrainer<?> whole = trained(network(layers, 0.4, "-Aannette.fusion=off"), adam());
    assertArrayEquals(parameters(kept), parameters(whole));
    TrainerReplay one = TrainerReplay.of(kept);
    TrainerReplay other = TrainerReplay.of(whole);
    for (String name : List.of("output", "h", "d h", "h.mask", "pixels.mask")) {
      assertArrayEquals(unsigned(other.recorded(name)), unsigned(one.recorded(name)), name);
    }
  }

  /** Returns the numbers with +0 for −0: what is left out is a zero of either sign. */
  private static float[] unsigned(float[] numbers) {
    if (numbers == null) {
      return null;
    }
    float[] unsigned = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      unsigned[i] = numbers[i] + 0f;
    }
    return unsigned;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void threads_do_not_change_bits(int threads) {
    GeneratedNetwork network = network(wide(), 0.4);
    Batch rows = Sample.batch(new Random(1), Loss.HALF_SQUARED_ERROR, 200, IN, 3, false);
    NetworkTrainer<?> one = network.create(1);
    NetworkTrainer<?> many = network.create(1);
    one.prepare(adam().threads(1));
    many.prepare(adam().threads(threads));
    for (int i = 0; i < 5; i++) {
      assertEquals(one.step(rows), many.step(rows));
    }
    assertArrayEquals(parameters(one), parameters(many));
  }

  private static String wide() {
    return "* Layer pixels; @Dense(units = 97, activation = RELU) * Layer h;"
        + "@Dense(units = 67, activation = TANH) * Layer g;";
  }

  @Test
  void all_rows_of_a_step_share_a_mask_and_every_step_has_another() {
    NetworkTrainer<?> trainer = network(wide(), 0.25).create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(1e-3)));
    float[] last = null;
    int dropped = 0;
    int steps = 200;
    for (int step = 0; step < steps; step++) {
      trainer.gradients(batch, new float[trainer.parameterCount()]);
      float[] before = TrainerReplay.of(trainer).recorded("h.mask");
      trainer.step(batch);
      TrainerReplay replay = TrainerReplay.of(trainer);
      float[] mask = replay.recorded("h.mask");
      assertArrayEquals(before, mask);
      float[] units = replay.recorded("h");
      for (int i = 0; i < mask.length; i++) {
        assertEquals(mask[i % 97], mask[i]);
        assertTrue(mask[i] != 0 || units[i] == 0);
      }
      for (int j = 0; j < 97; j++) {
        dropped += mask[j] == 0 ? 1 : 0;
        assertEquals(mask[j] == 0 ? 0 : 1 / 0.75, mask[j], 0x1p-15);
      }
      assertFalse(Arrays.equals(last, mask));
      last = mask;
    }
    double draws = 97.0 * steps;
    assertEquals(0.25, dropped / draws, 4 * Math.sqrt(0.25 * 0.75 / draws));
  }

  /** With so few units and such a rate, most steps keep none. */
  @Test
  void a_step_may_leave_out_every_unit() {
    String small =
        "* Layer pixels; @Dense(units = 2, activation = RELU) * Layer h;"
            + "@Dense(units = 2, activation = SIGMOID) * Layer g;";
    NetworkTrainer<?> kept = trained(network(small, 0.97), adam());
    NetworkTrainer<?> whole = trained(network(small, 0.97, "-Aannette.fusion=off"), adam());
    assertArrayEquals(parameters(kept), parameters(whole));
    GradientCheck.of(kept, batch).requireWithin(2e-5);
    float[] bias = kept.parameter("output.bias");
    kept.step(batch);
    for (float unit : TrainerReplay.of(kept).recorded("g")) {
      assertEquals(0, unit);
    }
    assertArrayEquals(bias, Arrays.copyOf(TrainerReplay.of(kept).recorded("output"), 3));
  }

  @Test
  void predictions_with_noise_have_a_mask_for_each_row() {
    Sampler shared = network(wide(), 0.4).create(1).sampler(3);
    Sampler perRow = network(wide().replace("*", "@Dropout(0.4)"), 0.4).create(1).sampler(3);
    for (long draw = 0; draw < 3; draw++) {
      assertArrayEquals(drawn(perRow, draw), drawn(shared, draw));
    }
  }

  private float[] drawn(Sampler sampler, long number) {
    float[] outputs = new float[ROWS * 3];
    sampler.take(batch.features(), ROWS);
    sampler.draw(number, outputs);
    return outputs;
  }

  /** 0 keeps all units, so the step is that of a network without dropout. */
  @Test
  void a_run_without_it_trains_the_plain_network() {
    String layers = "@Dense(units = 37, activation = RELU) * Layer h;";
    NetworkTrainer<?> off = trained(network(layers, 0.4), adam().override("h", Dropout.class, 0));
    NetworkTrainer<?> plain = trained(network(layers.replace("*", ""), 0), adam());
    assertArrayEquals(parameters(plain), parameters(off));
  }

  @Test
  void the_trainer_says_so_and_the_model_has_none() {
    String layers = "@Dense(units = 37, activation = RELU) * Layer h;";
    network(layers, 0.5);
    Compilation compilation =
        COMPILED.get(layers.replace("*", DROPOUT.formatted(0.5)) + Arrays.toString(new String[0]));
    String trainer = compilation.source("batches.NetTrainer");
    assertTrue(trainer.contains("h = dropout(h.relu, rate 0.5, one mask a batch)"), trainer);
    assertTrue(trainer.contains("+ @Dropout(value = 0.5, mask = PER_BATCH)"), trainer);
    assertTrue(trainer.contains("KeptDenseKernel.forward("), trainer);
    String model = compilation.source("batches.NetModel");
    assertFalse(model.contains("Kept"), model);
    assertTrue(model.contains(".with(\"mask\", \"per_batch\")"), model);
  }
}
