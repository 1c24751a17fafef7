package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.GeneratedVersionException;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What generated trainers and models do, compiled and run. */
class GeneratedCodeTest {
  private static final int ROWS = 200;
  private static final int INPUT = 32;
  private static final int CLASSES = 5;

  private static Compilation compilation;
  private static GeneratedNetwork network;
  private static Dataset data;

  @BeforeAll
  static void compile() {
    compilation =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "example.Sample",
                    "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                    "@Standardize Layer features;",
                    "@Dense(units = 96, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;",
                    "@Dense(units = 64, activation = SILU) @L1(0.1) Layer second;",
                    "@Dense(units = " + CLASSES + ") Layer output;"));
    network = compilation.network("example.Sample");
    Random random = new Random(1);
    float[] features = new float[ROWS * INPUT];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = random.nextInt(CLASSES);
      for (int i = 0; i < INPUT; i++) {
        features[row * INPUT + i] =
            (float) random.nextGaussian() + (i % CLASSES == labels[row] ? 2 : 0);
      }
    }
    data = Dataset.ofClasses(features, ROWS, labels);
  }

  @Test
  void it_learns() {
    NetworkTrainer<?> trainer = network.create(1);
    double first = trainer.fit(data, training(1)).last().dataLoss();
    double last = trainer.fit(data, training(20)).last().dataLoss();
    assertTrue(last < first / 2, first + " to " + last);
  }

  @Test
  void the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
    byte[] expected = trained(42, 1).toJson();
    assertArrayEquals(expected, trained(42, 1).toJson(), "run again");
    assertArrayEquals(expected, trained(42, 2).toJson(), "2 threads");
    assertArrayEquals(expected, trained(42, 4).toJson(), "4 threads");
    assertFalse(Arrays.equals(expected, trained(43, 1).toJson()), "another seed");
  }

  @Test
  void a_fresh_trainer_starts_as_a_created_one() {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(data, training(1));
    assertArrayEquals(network.create(5).model().toJson(), trainer.fresh(5).model().toJson());
  }

  @Test
  void a_model_has_no_dropout() {
    String model = compilation.source("example.SampleModel");
    assertTrue(compilation.source("example.SampleTrainer").contains("DropoutKernel"));
    assertFalse(model.contains("DropoutKernel") || model.contains("CounterRandom"));
    NetworkTrainer<?> trainer = network.create(3);
    trainer.fit(data, training(1));
    trainer.prepare(Training.online().examples(ROWS).dropout("hidden", 0));
    float[] row = data.row(7);
    trainer.gradients(
        Batch.of(row, 1, new Targets.Classes(new int[] {0})), new float[trainer.parameterCount()]);
    Map<String, float[]> values = values(trainer);
    float[] logits = new float[CLASSES];
    trainer.model().predictor().logits(row, 1, logits);
    assertArrayEquals(Arrays.copyOf(values.get("output"), CLASSES), logits);
  }

  @Test
  void a_saved_model_answers_with_the_same_bits() {
    NetworkModel model = trained(8, 2);
    NetworkModel loaded = network.load(model.toJson());
    assertEquals(model.provenance(), loaded.provenance());
    for (int row = 0; row < 10; row++) {
      float[] features = data.row(row);
      assertArrayEquals(
          (float[]) network.ask(model, "probabilities", features),
          (float[]) network.ask(loaded, "probabilities", features));
      assertEquals(
          network.ask(model, "classify", features), network.ask(loaded, "classify", features));
    }
  }

  @Test
  void a_trainer_from_a_model_goes_on_as_if_nothing_had_happened() {
    NetworkTrainer<?> whole = network.create(4);
    whole.fit(data, training(1));
    NetworkTrainer<?> continued = network.from(network.load(whole.model().toJson()));
    whole.fit(data, training(2));
    continued.fit(data, training(2));
    assertEquals(3, continued.model().provenance().history().size());
    assertArrayEquals(whole.model().toJson(), continued.model().toJson());
  }

  @Test
  void a_run_can_override_a_dropout_rate() {
    NetworkTrainer<?> trainer = network.create(6);
    trainer.fit(data, training(1));
    assertEquals(0.5, dropped(trainer, Training.online().examples(ROWS)), 0.03);
    assertEquals(
        0.9, dropped(trainer, Training.online().examples(ROWS).dropout("hidden", 0.9)), 0.03);
    assertEquals(0.5, dropped(trainer, Training.online().examples(ROWS)), 0.03);
  }

  @Test
  void masks_change_from_step_to_step() {
    NetworkTrainer<?> trainer = network.create(6);
    trainer.fit(data, training(1));
    trainer.prepare(Training.online().examples(ROWS));
    trainer.step(data.toBatch());
    float[] first = values(trainer).get("hidden.mask");
    trainer.step(data.toBatch());
    assertFalse(Arrays.equals(first, values(trainer).get("hidden.mask")));
  }

  @Test
  void a_predictor_of_many_rows_gives_what_it_gives_of_one() {
    NetworkModel model = trained(8, 1);
    float[] together = new float[ROWS * CLASSES];
    model.predictor().predict(data.toBatch().features(), ROWS, together);
    float[] alone = new float[CLASSES];
    for (int row = 0; row < ROWS; row++) {
      model.predictor().predict(data.row(row), alone);
      int start = row * CLASSES;
      assertArrayEquals(Arrays.copyOfRange(together, start, start + CLASSES), alone);
    }
  }

  @Test
  void classes_of_another_agreement_say_so_before_anything_else() {
    String declaration =
        Declarations.source(
            "example.Old", "input = 1, loss = Loss.HUBER", "@Dense(units = 1) Layer y;");
    Compilation current = SourceCompiler.javac().compileCleanly(declaration);
    String[] old =
        current.sources().values().stream()
            .map(source -> source.replace("requireVersion(1,", "requireVersion(0,"))
            .toArray(String[]::new);
    assertNotEquals(old[0], current.sources().values().iterator().next());
    String[] all = Arrays.copyOf(old, old.length + 1);
    all[old.length] = declaration;
    GeneratedNetwork outdated =
        SourceCompiler.javac().with("-proc:none").compileCleanly(all).network("example.Old");
    for (Class<?> type : new Class<?>[] {outdated.modelClass(), outdated.trainerClass()}) {
      ExceptionInInitializerError error =
          assertThrows(
              ExceptionInInitializerError.class,
              () -> Class.forName(type.getName(), true, type.getClassLoader()));
      assertEquals(GeneratedVersionException.class, error.getCause().getClass());
    }
  }

  /** Returns the share of the units of {@code hidden} that a step leaves out. */
  private static double dropped(NetworkTrainer<?> trainer, Training training) {
    trainer.prepare(training);
    trainer.step(data.toBatch());
    float[] mask = values(trainer).get("hidden.mask");
    int zeros = 0;
    for (float factor : mask) {
      zeros += factor == 0 ? 1 : 0;
    }
    return zeros / (double) mask.length;
  }

  private static Map<String, float[]> values(NetworkTrainer<?> trainer) {
    Map<String, float[]> values = new TreeMap<>();
    trainer.inspect(
        (name, array, rows, units) -> values.put(name, Arrays.copyOf(array, rows * units)));
    return values;
  }

  private static NetworkModel trained(long seed, int threads) {
    NetworkTrainer<?> trainer = network.create(seed);
    trainer.fit(data, training(2).threads(threads));
    return trainer.model();
  }

  private static Training training(int epochs) {
    return Training.epochs(epochs).batchSize(64).optimizer(Sgd.of(0.05));
  }
}
