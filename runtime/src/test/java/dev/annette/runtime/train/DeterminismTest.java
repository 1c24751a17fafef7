package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.annette.runtime.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same seed, same bits. Batches of 37 rows are worth several threads; the last has 11. */
class DeterminismTest {
  private static final Dataset ROWS = Rows.regression(159, HiddenTrainer.INPUT_SIZE, 3);
  private static final Training TRAINING =
      Training.epochs(3).batchSize(37).optimizer(Adam.of(0.01));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void any_number_of_threads_gives_the_same_bits(int threads) {
    HiddenTrainer one = HiddenTrainer.create(42);
    History expected = one.fit(ROWS, TRAINING.threads(1));
    HiddenTrainer several = HiddenTrainer.create(42);
    History history = several.fit(ROWS, TRAINING.threads(threads));
    assertArrayEquals(parameters(one), parameters(several));
    assertEquals(expected, history);
  }

  @Test
  void another_seed_gives_other_bits() {
    HiddenTrainer one = HiddenTrainer.create(42);
    one.fit(ROWS, TRAINING);
    HiddenTrainer other = one.fresh(43);
    other.fit(ROWS, TRAINING);
    assertFalse(Arrays.equals(parameters(one), parameters(other)));
  }

  @Test
  void two_fits_are_one_fit_of_all_epochs() {
    HiddenTrainer once = HiddenTrainer.create(42);
    History expected = once.fit(ROWS, TRAINING);
    HiddenTrainer twice = HiddenTrainer.create(42);
    twice.fit(ROWS, Training.epochs(1).batchSize(37).optimizer(Adam.of(0.01)));
    History history = twice.fit(ROWS, Training.epochs(2).batchSize(37).optimizer(Adam.of(0.01)));
    assertArrayEquals(parameters(once), parameters(twice));
    assertEquals(expected.epochs(), history.epochs());
    assertEquals(15, twice.state().steps());
  }

  @Test
  void a_model_continues_as_its_trainer_where_the_optimizer_remembers_nothing() {
    Training training = Training.epochs(2).batchSize(37).optimizer(Sgd.of(0.01));
    HiddenTrainer trainer = HiddenTrainer.create(42);
    trainer.fit(ROWS, training);
    HiddenTrainer restored = HiddenTrainer.from(trainer.model());
    trainer.fit(ROWS, training);
    History history = restored.fit(ROWS, training);
    assertArrayEquals(parameters(trainer), parameters(restored));
    assertArrayEquals(trainer.parameter("inputs.mean"), restored.parameter("inputs.mean"));
    assertEquals(4, history.last().epoch());
    assertEquals(trainer.model().provenance(), restored.model().provenance());
  }

  @Test
  void steps_made_by_the_caller_are_those_of_a_fit() {
    Training training = Training.steps(5).batchSize(37).shuffle(false).optimizer(Sgd.of(0.01));
    HiddenTrainer fitted = HiddenTrainer.create(42);
    fitted.fit(ROWS, training);
    HiddenTrainer stepped = HiddenTrainer.create(42);
    stepped.fitInputs(ROWS);
    stepped.prepare(Training.online().examples(159).optimizer(Sgd.of(0.01)));
    dev.annette.runtime.data.Batches.sequential(ROWS, 37).epoch(0).forEach(stepped::step);
    assertArrayEquals(parameters(fitted), parameters(stepped));
  }

  @Test
  void gradients_learn_nothing_and_are_those_of_the_next_step() {
    HiddenTrainer trainer = HiddenTrainer.create(42);
    trainer.fitInputs(ROWS);
    float[] before = parameters(trainer);
    float[] gradients = new float[trainer.parameterCount()];
    double loss = trainer.gradients(ROWS.toBatch(), gradients);
    assertArrayEquals(before, parameters(trainer));
    assertEquals(0, trainer.state().steps());
    trainer.prepare(
        Training.online().examples(1).l2("hidden", 0).l1("output", 0).optimizer(Sgd.of(0.5)));
    assertEquals(loss, trainer.step(ROWS.toBatch()));
    float[] after = parameters(trainer);
    for (int i = 0; i < after.length; i++) {
      assertEquals(before[i] - 0.5f * gradients[i], after[i], 1e-6f);
    }
  }

  private static float[] parameters(NetworkTrainer<?> trainer) {
    float[] flat = new float[trainer.parameterCount()];
    trainer.getParameters(flat);
    return flat;
  }
}
