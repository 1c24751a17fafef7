package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.check.AnnetteModelCheck.Line;
import dev.annette.runtime.check.FaultyTrainer.Model;
import dev.annette.runtime.check.FaultyTrainer.SpoiltPredictor;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The battery passes a sound network, and each of its checks fails on one that is wrong in it. */
class AnnetteModelCheckTest {
  private static final int ROWS = 40;
  private static final Dataset DATA =
      Dataset.ofValues(
          KernelTrainer.random("features", ROWS * FaultyTrainer.INPUT),
          ROWS,
          KernelTrainer.random("targets", ROWS * 2));

  private static final String BEFORE = "gradients before training";
  private static final String AFTER = "gradients after training";
  private static final String START = "same seed, same start";
  private static final String SEED = "same seed, same weights after training";
  private static final String THREADS = "same bits with 1, 2 and 4 threads";
  private static final String SNAPSHOT = "a model does not change when its trainer learns on";
  private static final String BYTES = "saved twice, the same bytes";
  private static final String NUMBERS = "saved and loaded, the same numbers";
  private static final String LOADED = "saved and loaded, the same predictions";
  private static final String LEARNING = "saved and loaded, learns on alike";
  private static final String ALONE = "a row alone is predicted as among others";
  private static final String CONCURRENT = "8 threads predict what one does";
  private static final String PRUNED = "pruned, the same predictions";

  @Test
  void a_sound_network_has_one_line_for_each_check() {
    NetworkTrainer<?> trainer = FaultyTrainer.sound();
    float[] before = ModelTrial.parameters(trainer);
    AnnetteModelCheck check = AnnetteModelCheck.check(trainer, DATA);
    assertTrue(check.holds());
    assertEquals(
        List.of(
            BEFORE,
            AFTER,
            START,
            SEED,
            THREADS,
            SNAPSHOT,
            BYTES,
            NUMBERS,
            LOADED,
            LEARNING,
            ALONE,
            CONCURRENT,
            PRUNED),
        check.lines().stream().map(Line::property).limit(13).toList());
    assertEquals(29, check.lines().size(), check::toString);
    assertTrue(check.toString().startsWith("test.Linear" + System.lineSeparator() + "ok      "));
    SameBits.require("weights", before, ModelTrial.parameters(trainer));
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void rows_that_do_not_fit_are_the_callers_mistake() {
    Dataset classes = Dataset.ofClasses(new float[][] {{1, 2, 3}}, new int[] {0});
    assertThrows(
        IllegalArgumentException.class,
        () -> AnnetteModelCheck.check(FaultyTrainer.sound(), classes));
  }

  @Test
  void a_failure_lists_every_check_that_fails() {
    NetworkTrainer<?> wrong = FaultyTrainer.withModels(NanTaker::new);
    AssertionError failure =
        assertThrows(AssertionError.class, () -> AnnetteModelCheck.check(wrong, DATA));
    assertEquals(
        "test.Linear fails 3 of 29 checks:NLrefuses to predict from a feature that is NaN: it is"
            + " taken as if nothing were wrongNLrefuses to predict from a feature that is Infinity:"
            + " it is taken as if nothing were wrongNLrefuses to predict from a feature that is"
            + " -Infinity: it is taken as if nothing were wrong",
        failure.getMessage().replace(System.lineSeparator() + "  ", "NL"));
  }

  @Test
  void a_wrong_gradient_is_found() {
    requireFailing(
        FaultyTrainer.withTrainers(
            sound ->
                new FaultyTrainer(sound) {
                  @Override
                  public double gradients(Batch batch, float[] gradients) {
                    double loss = super.gradients(batch, gradients);
                    if (gradients.length > 0) {
                      gradients[2] *= 1.0001f;
                    }
                    return loss;
                  }
                }),
        BEFORE,
        AFTER);
  }

  @Test
  void a_seed_that_is_forgotten_is_found() {
    AtomicInteger count = new AtomicInteger();
    requireFailing(
        FaultyTrainer.withTrainers(
            sound -> {
              sound.setParameter("output.bias", count.incrementAndGet() * 1e-3f, 0);
              return sound;
            }),
        START,
        SEED,
        THREADS);
  }

  /** The fifth and sixth runs are those with 2 and 4 threads. */
  @Test
  void threads_that_change_the_result_are_found() {
    AtomicInteger runs = new AtomicInteger();
    requireFailing(
        FaultyTrainer.withTrainers(
            sound ->
                new FaultyTrainer(sound) {
                  @Override
                  public History fit(Dataset rows, Training training) {
                    History history = super.fit(rows, training);
                    int run = runs.incrementAndGet();
                    setParameter("output.bias", run == 5 || run == 6 ? 1 : 0, 0);
                    return history;
                  }
                }),
        THREADS);
  }

  @Test
  void a_model_that_changes_with_its_trainer_is_found() {
    requireFailing(
        FaultyTrainer.withTrainers(
            sound ->
                new FaultyTrainer(sound) {
                  @Override
                  public NetworkModel model() {
                    return new Model(super.model()) {
                      @Override
                      public Predictor predictor() {
                        return parent().model().predictor();
                      }
                    };
                  }

                  private FaultyTrainer parent() {
                    return sound;
                  }
                }),
        SNAPSHOT);
  }

  @Test
  void a_file_that_changes_is_found() {
    AtomicInteger count = new AtomicInteger();
    requireFailing(
        FaultyTrainer.withModels(
            sound ->
                new Model(sound) {
                  @Override
                  public byte[] toJson() {
                    float[] weights = content().tensor(0).clone();
                    weights[0] += count.incrementAndGet() * 1e-3f;
                    return ModelFile.toBytes(
                        new ModelContent(
                            description(), provenance(), weights, content().tensor(1)));
                  }
                }),
        BYTES,
        NUMBERS,
        LOADED,
        LEARNING);
  }

  @Test
  void neighbours_that_matter_are_found() {
    requireFailing(
        withPredictor((rows, outputs) -> outputs[0] += rows == 1 ? 1 : 0), ALONE, CONCURRENT);
  }

  @Test
  void threads_that_disturb_each_other_are_found() {
    long first = Thread.currentThread().getId();
    requireFailing(
        withPredictor(
            (rows, outputs) -> outputs[0] += Thread.currentThread().getId() == first ? 0 : 1),
        CONCURRENT);
  }

  @Test
  void a_pruned_model_that_differs_is_found() {
    requireFailing(
        FaultyTrainer.withModels(
            sound ->
                new Model(sound) {
                  @Override
                  public NetworkModel pruned() {
                    return FaultyTrainer.sound().model();
                  }
                }),
        PRUNED);
  }

  @Test
  void a_trainer_that_learns_from_anything_is_found() {
    Consumer<Batch> ignore = batch -> {};
    Set<String> failing = failing(FaultyTrainer.withTrainers(sound -> new Careless(sound, ignore)));
    List<String> refusals =
        AnnetteModelCheck.run(FaultyTrainer.sound(), DATA, Training.epochs(1)).lines().stream()
            .map(Line::property)
            .filter(name -> name.startsWith("refuses") && !name.contains("predict"))
            .toList();
    assertEquals(11, refusals.size());
    assertEquals(Set.copyOf(refusals), failing);
  }

  @Test
  void a_trainer_that_learns_before_it_refuses_is_found() {
    Set<String> failing =
        failing(
            FaultyTrainer.withTrainers(
                sound ->
                    new Careless(
                        sound,
                        batch -> {
                          throw new IllegalArgumentException("too late");
                        })));
    assertEquals(11, failing.size(), failing::toString);
  }

  @Test
  void what_a_network_throws_is_a_failure_of_its_check() {
    NetworkTrainer<?> wrong =
        FaultyTrainer.withModels(
            sound ->
                new Model(sound) {
                  @Override
                  public NetworkModel pruned() {
                    throw new IllegalStateException("no pruning today");
                  }
                });
    AnnetteModelCheck check = AnnetteModelCheck.run(wrong, DATA, Training.epochs(1));
    assertFalse(check.holds());
    assertTrue(
        check
            .toString()
            .contains(
                "FAILED  " + PRUNED + ": thrown: java.lang.IllegalStateException: no pruning"));
  }

  private static void requireFailing(NetworkTrainer<?> wrong, String... properties) {
    assertEquals(Set.of(properties), failing(wrong));
  }

  private static Set<String> failing(NetworkTrainer<?> wrong) {
    AnnetteModelCheck check = AnnetteModelCheck.run(wrong, DATA, Training.epochs(1).batchSize(8));
    return check.lines().stream()
        .filter(line -> !line.holds())
        .map(Line::property)
        .collect(Collectors.toSet());
  }

  private static NetworkTrainer<?> withPredictor(BiConsumer<Integer, float[]> spoil) {
    return FaultyTrainer.withModels(
        sound ->
            new Model(sound) {
              @Override
              public Predictor predictor() {
                return new SpoiltPredictor(super.predictor()) {
                  @Override
                  void spoil(int rows, float[] outputs) {
                    spoil.accept(rows, outputs);
                  }
                };
              }
            });
  }

  /** Learns something from every batch that is refused. */
  private static final class Careless extends FaultyTrainer {
    private final Consumer<Batch> after;

    Careless(FaultyTrainer sound, Consumer<Batch> after) {
      super(sound);
      this.after = after;
    }

    @Override
    public double step(Batch batch) {
      try {
        return super.step(batch);
      } catch (IllegalArgumentException refused) {
        setParameter("output.bias", 7, 7);
        after.accept(batch);
        return 0;
      }
    }
  }

  /** Predicts from any number. */
  private static final class NanTaker extends Model {
    NanTaker(NetworkModel sound) {
      super(sound);
    }

    @Override
    public Predictor predictor() {
      Predictor sound = super.predictor();
      return new SpoiltPredictor(sound) {
        @Override
        public void predict(float[] input, float[] output) {
          float[] finite = input.clone();
          for (int i = 0; i < finite.length; i++) {
            finite[i] = Float.isFinite(finite[i]) ? finite[i] : 0;
          }
          sound.predict(finite, output);
        }

        @Override
        void spoil(int rows, float[] outputs) {}
      };
    }
  }
}
