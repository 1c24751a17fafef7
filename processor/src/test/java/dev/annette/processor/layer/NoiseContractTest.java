package dev.annette.processor.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.AlphaDropout;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.Program;
import dev.annette.processor.pass.Lowering;
import dev.annette.processor.pass.ShapeInference;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.Constant;
import dev.annette.runtime.train.Lbfgs;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Schedule;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind keeps that draws random numbers in a step of training, those of tomorrow too:
 * they are found by what they draw.
 */
class NoiseContractTest {
  /**
   * Kinds that keep mean 0 and variance 1 of units that have them, instead of every output's
   * expectation; what they keep is tested by itself.
   */
  private static final Set<Class<?>> STANDARD = Set.of(AlphaDropout.class);

  private static final int INPUT = 5;
  private static final int OUTPUTS = 3;
  private static final int ROWS = 16;
  private static final int STEPS = 4000;

  /** Of 48 means, one in 70,000 samples is farther off than so many standard errors. */
  private static final double ERRORS = 5.5;

  /** So small that no weight changes. */
  private static final Sgd STILL = Sgd.of(1e-30);

  private static final Batch BATCH = batch(ROWS, INPUT);

  private static final Map<Class<?>, Compilation> COMPILED = new HashMap<>();

  private static final List<Class<? extends Annotation>> NOISES =
      Kinds.load().modifiers().stream()
          .<Class<? extends Annotation>>map(ModifierKind::annotation)
          .filter(NoiseContractTest::draws)
          .toList();

  static List<Class<? extends Annotation>> noises() {
    return NOISES;
  }

  private static boolean draws(Class<? extends Annotation> kind) {
    boolean takesNumber =
        Arrays.stream(kind.getDeclaredMethods())
            .anyMatch(m -> m.getName().equals("value") && m.getReturnType() == double.class);
    boolean takesMore =
        Arrays.stream(kind.getDeclaredMethods())
            .anyMatch(m -> m.getDefaultValue() == null && !m.getName().equals("value"));
    if (!takesNumber || takesMore) {
      return false;
    }
    Program program =
        Lowering.lower(
            ShapeInference.infer(
                Declarations.of("input = 5, loss = Loss.MEAN_SQUARED_ERROR", layers(kind)),
                new Diagnostics()));
    return !program.randoms().isEmpty();
  }

  /** Returns a layer with the kind beside it and an output, both linear. */
  private static String[] layers(Class<?> kind) {
    return new String[] {
      "@Dense(units = 7) @" + kind.getSimpleName() + "(0.25) Layer first;",
      "@Dense(units = " + OUTPUTS + ") Layer output;"
    };
  }

  private static Compilation compile(Class<?> kind) {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "noise.Sample", "input = 5, loss = Loss.MEAN_SQUARED_ERROR", layers(kind)));
  }

  private static NetworkTrainer<?> trainer(Class<?> kind) {
    return COMPILED
        .computeIfAbsent(kind, NoiseContractTest::compile)
        .network("noise.Sample")
        .create(3);
  }

  private static Batch batch(int rows, int input) {
    Random random = new Random(9);
    float[] features = new float[rows * input];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return Batch.of(features, rows, new Targets.Values(new float[rows * OUTPUTS]));
  }

  private static float[] recorded(NetworkTrainer<?> trainer, String name) {
    float[][] found = new float[1][];
    trainer.inspect(
        (array, values, rows, units) -> {
          if (array.equals(name)) {
            found[0] = Arrays.copyOf(values, rows * units);
          }
        });
    return found[0];
  }

  private static float[] predicted(NetworkTrainer<?> trainer) {
    float[] outputs = new float[ROWS * OUTPUTS];
    trainer.model().predictor().predict(BATCH.features(), ROWS, outputs);
    return outputs;
  }

  @Test
  void there_are_kinds_of_noise() {
    assertTrue(noises().size() >= 4, () -> noises().toString());
    assertTrue(noises().containsAll(STANDARD));
  }

  /** Every output of every row, over many steps, within standard errors of the steps' spread. */
  @ParameterizedTest
  @MethodSource("noises")
  void the_expected_output_in_training_is_the_output_of_the_model(Class<?> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    trainer.prepare(Training.online().optimizer(STILL));
    float[] model = predicted(trainer);
    double[] sums = new double[model.length];
    double[] squares = new double[model.length];
    for (int step = 0; step < STEPS; step++) {
      trainer.step(BATCH);
      float[] outputs = recorded(trainer, "output");
      for (int i = 0; i < outputs.length; i++) {
        double off = outputs[i] - model[i];
        sums[i] += off;
        squares[i] += off * off;
      }
    }
    boolean isKept = true;
    for (int i = 0; i < model.length; i++) {
      double mean = sums[i] / STEPS;
      double error = Math.sqrt((squares[i] / STEPS - mean * mean) / STEPS);
      assertTrue(error > 0, "nothing is drawn");
      isKept &= Math.abs(mean) < ERRORS * error;
    }
    assertEquals(!STANDARD.contains(kind), isKept);
  }

  /** Rows of ±1 have mean 0 and variance 1; over all rows and steps, units keep both. */
  @Test
  void alpha_dropout_keeps_mean_0_and_variance_1() {
    for (Class<?> kind : STANDARD) {
      NetworkTrainer<?> trainer =
          SourceCompiler.javac()
              .compileCleanly(
                  Declarations.source(
                      "noise.Alone",
                      "input = 8, loss = Loss.MEAN_SQUARED_ERROR",
                      "@" + kind.getSimpleName() + "(0.25) Layer pixels;",
                      "@Dense(units = 3) Layer output;"))
              .network("noise.Alone")
              .create(3);
      trainer.prepare(Training.online().optimizer(STILL));
      float[] signs = new float[128 * 8];
      for (int i = 0; i < signs.length; i++) {
        signs[i] = (i / 8 + i) % 2 == 0 ? 1 : -1;
      }
      Batch batch = Batch.of(signs, 128, new Targets.Values(new float[128 * 3]));
      double sum = 0;
      double square = 0;
      for (int step = 0; step < 500; step++) {
        trainer.step(batch);
        for (float y : recorded(trainer, "pixels")) {
          sum += y;
          square += y * y;
        }
      }
      double count = 500.0 * signs.length;
      assertEquals(0, sum / count, ERRORS * Math.sqrt(1 / count));
      // y² lies between 0 and (a·α′ + b)² < 3.5: it deviates by at most half of that
      assertEquals(1, square / count, ERRORS * 1.75 * Math.sqrt(1 / count));
    }
  }

  @ParameterizedTest
  @MethodSource("noises")
  void every_step_draws_anew_and_a_gradient_before_it_draws_the_same(Class<?> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    trainer.prepare(Training.online().optimizer(STILL));
    trainer.gradients(BATCH, new float[trainer.parameterCount()]);
    float[] before = recorded(trainer, "output");
    trainer.step(BATCH);
    assertArrayEquals(before, recorded(trainer, "output"));
    trainer.step(BATCH);
    assertFalse(Arrays.equals(before, recorded(trainer, "output")));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void the_model_has_no_noise(Class<?> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    float[] outputs = predicted(trainer);
    assertArrayEquals(outputs, predicted(trainer));
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    double[] exact =
        Interpreter.of(trainer.description()).run(tensors, BATCH, Replay.none()).outputs().values();
    for (int i = 0; i < outputs.length; i++) {
      assertEquals(exact[i], outputs[i], 1e-5);
    }
    assertFalse(COMPILED.get(kind).source("noise.SampleModel").contains("Random"));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void threads_change_no_noise(Class<?> kind) {
    Compilation compilation =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "noise.Wide",
                    "input = 40, loss = Loss.MEAN_SQUARED_ERROR",
                    "@Dense(units = 167) @" + kind.getSimpleName() + "(0.25) Layer first;",
                    "@Dense(units = 61) @" + kind.getSimpleName() + "(0.125) Layer second;",
                    "@Dense(units = 3) Layer output;"));
    Batch batch = batch(130, 40);
    Map<String, float[]> alone = new HashMap<>();
    for (int threads : new int[] {1, 2, 3}) {
      NetworkTrainer<?> trainer = compilation.network("noise.Wide").create(1);
      trainer.prepare(Training.online().threads(threads).optimizer(STILL));
      trainer.step(batch);
      trainer.inspect(
          (name, values, rows, units) -> {
            float[] copy = Arrays.copyOf(values, rows * units);
            float[] first = alone.putIfAbsent(name, copy);
            assertArrayEquals(first == null ? copy : first, copy, name);
          });
    }
  }

  /** 0 is off; a schedule that falls to it ends the noise. */
  @ParameterizedTest
  @MethodSource("noises")
  void a_schedule_multiplies_it(Class<? extends Annotation> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    Schedule fall = Constant.of(1).then(1, Constant.of(0)).perStep();
    Training online = Training.online().optimizer(STILL);
    trainer.prepare(online.schedule("first", kind, fall));
    float[] model = predicted(trainer);
    trainer.step(BATCH);
    assertTrue(distance(model, recorded(trainer, "output")) > 1e-2);
    trainer.step(BATCH);
    assertTrue(distance(model, recorded(trainer, "output")) < 1e-6);
    trainer.prepare(online.override("first", kind, 0.5));
    assertEquals(0.5, trainer.state().hyperparameters().get(0).value());
  }

  private static double distance(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  @ParameterizedTest
  @MethodSource("noises")
  void a_compiler_and_a_run_refuse_the_same_numbers_in_the_same_words(
      Class<? extends Annotation> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    List<Double> numbers =
        List.of(0.0, 0.5, Math.nextDown(1.0), 1.0, 1.5, 1e30, -0.5, 0.0 / 0, 1.0 / 0, -1.0 / 0);
    List<String> layers = new ArrayList<>();
    for (double number : numbers) {
      String text = String.valueOf(number).replace("Infinity", "1.0 / 0").replace("NaN", "0.0 / 0");
      layers.add(
          "@Dense(units = 7) @%s(%s) Layer n%d;"
              .formatted(kind.getSimpleName(), text, layers.size()));
    }
    layers.add("@Dense(units = 1) Layer output;");
    String messages =
        SourceCompiler.javac()
            .compile(
                Declarations.source(
                    "noise.Numbers",
                    "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
                    layers.toArray(String[]::new)))
            .messages();
    int refused = 0;
    for (int i = 0; i < numbers.size(); i++) {
      String compiler = " on n" + i + ": ";
      try {
        trainer.prepare(Training.online().override("first", kind, numbers.get(i)));
        assertFalse(messages.contains(compiler), messages);
      } catch (IllegalArgumentException thrown) {
        refused++;
        String words = thrown.getMessage();
        String clause = words.substring(words.indexOf(": ") + 2);
        assertTrue(messages.contains(compiler + clause), () -> clause + messages);
      }
    }
    assertTrue(refused >= 4, kind + " refuses " + refused);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void a_method_for_smooth_objectives_refuses_it(Class<?> kind) {
    NetworkTrainer<?> trainer = trainer(kind);
    Dataset rows = Dataset.ofValues(BATCH.features(), ROWS, new float[ROWS * OUTPUTS]);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Lbfgs.iterations(3).minimize(trainer, rows))
            .getMessage();
    assertTrue(message.contains("first has "), message);
  }
}
