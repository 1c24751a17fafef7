package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.ModelContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AveragingTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Dataset WIDE = Rows.regression(159, HiddenTrainer.INPUT_SIZE, 3);

  @ParameterizedTest
  @ValueSource(strings = {"ema", "swa"})
  void the_model_follows_pytorch(String name) throws IOException {
    LinearTrainer trainer = Trajectories.start();
    List<ModelContent> models = new ArrayList<>();
    Callback keep =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            models.add(control.model().content());
          }
        };
    trainer.fit(
        Trajectories.ROWS,
        Training.epochs(25)
            .fullBatch()
            .shuffle(false)
            .optimizer(Sgd.momentum(0.05, 0.9))
            .averaging(name.equals("ema") ? Ema.of(0.9) : Swa.from(10))
            .callback(keep));
    JsonNode path = Trajectories.path(name);
    for (int epoch = 0; epoch < 25; epoch++) {
      ModelContent model = models.get(epoch);
      Trajectories.assertStep(path, epoch, model.tensor(0), model.tensor(1)[0]);
    }
  }

  @Test
  void training_goes_on_with_the_weights_themselves() {
    Training run = Training.epochs(5).batchSize(10).optimizer(Adam.of(0.05));
    LinearTrainer plain = LinearTrainer.halfSquared(3);
    plain.fit(ROWS, run);
    LinearTrainer averaged = LinearTrainer.halfSquared(3);
    averaged.fit(ROWS, run.averaging(Ema.of(0.9)));
    assertArrayEquals(plain.parameter("output.weights"), averaged.parameter("output.weights"));
    assertNotEquals(plain.parameter("output.weights")[0], weights(averaged)[0]);
  }

  @Test
  void validation_measures_the_average() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = Training.epochs(5).batchSize(10).optimizer(Adam.of(0.05)).validation(ROWS);
    History history = trainer.fit(ROWS, run.averaging(Swa.from(3)));
    assertEquals(trainer.evaluate(ROWS).dataLoss(), history.last().validationLoss());
    LinearTrainer plain = LinearTrainer.halfSquared(3);
    History other = plain.fit(ROWS, run);
    assertEquals(other.epochs().get(2).validationLoss(), history.epochs().get(2).validationLoss());
    assertNotEquals(
        other.epochs().get(3).validationLoss(), history.epochs().get(3).validationLoss());
  }

  @Test
  void early_stopping_returns_to_the_best_average() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history =
        trainer.fit(
            ROWS,
            Training.epochs(12)
                .fullBatch()
                .optimizer(Sgd.momentum(0.3, 0.9))
                .validation(ROWS)
                .averaging(Ema.of(0.5))
                .earlyStopping(EarlyStopping.defaults().withPatience(2)));
    assertEquals(history.best().validationLoss(), trainer.evaluate(ROWS).dataLoss());
    assertNotEquals(history.last().epoch(), history.best().epoch());
  }

  @Test
  void two_fits_are_one_fit_of_all_epochs() {
    Training run = Training.epochs(4).batchSize(10).averaging(Ema.of(0.9));
    Training half = Training.epochs(2).batchSize(10).averaging(Ema.of(0.9));
    LinearTrainer once = LinearTrainer.halfSquared(3);
    once.fit(ROWS, run);
    LinearTrainer twice = LinearTrainer.halfSquared(3);
    twice.fit(ROWS, half);
    twice.fit(ROWS, half);
    assertArrayEquals(weights(once), weights(twice));
  }

  @Test
  void a_run_without_averaging_gives_the_weights_again() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, Training.epochs(2).averaging(Ema.of(0.9)));
    trainer.fit(ROWS, Training.epochs(2));
    assertArrayEquals(trainer.parameter("output.weights"), weights(trainer));
  }

  @Test
  void weights_that_are_set_are_those_of_the_model() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, Training.epochs(2).averaging(Ema.of(0.9)));
    trainer.setParameter("output.weights", 1, 2, 3);
    assertArrayEquals(new float[] {1, 2, 3}, weights(trainer));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void any_number_of_threads_gives_the_same_bits(int threads) {
    Training run = Training.epochs(2).batchSize(37).averaging(Ema.of(0.9));
    HiddenTrainer one = HiddenTrainer.create(42);
    one.fit(WIDE, run.threads(1));
    HiddenTrainer several = HiddenTrainer.create(42);
    several.fit(WIDE, run.threads(threads));
    for (int tensor = 0; tensor < 6; tensor++) {
      assertArrayEquals(
          one.model().content().tensor(tensor), several.model().content().tensor(tensor));
    }
  }

  @Test
  void a_mean_over_no_epoch_is_refused() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    assertEquals(
        "Swa.from(6) averages nothing: the run has 5 epochs.",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.fit(ROWS, Training.epochs(5).averaging(Swa.from(6))))
            .getMessage());
    assertEquals(
        "Swa averages the weights at the ends of epochs, but here the caller makes the steps: say"
            + " Ema.of(decay).",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.prepare(Training.online().averaging(Swa.from(1))))
            .getMessage());
  }

  @Test
  void bad_numbers_are_refused() {
    assertEquals(
        "decay of Ema is 1: a decay rate is the share of the old average that is kept, so it must"
            + " be at least 0 and below 1. Did you mean 0.1?",
        assertThrows(IllegalArgumentException.class, () -> Ema.of(1)).getMessage());
    assertEquals(
        "epoch of Swa is 0: epochs are counted from 1, so it must be at least 1.",
        assertThrows(IllegalArgumentException.class, () -> Swa.from(0)).getMessage());
  }

  private static float[] weights(LinearTrainer trainer) {
    return trainer.model().content().tensor(0);
  }
}
