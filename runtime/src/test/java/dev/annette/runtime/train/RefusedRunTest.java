package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.L2;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that is refused has changed nothing. */
class RefusedRunTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Training ADAM = Training.epochs(2).optimizer(Adam.of(0.01));

  @Test
  void a_penalty_whose_schedule_leaves_its_range_in_a_later_epoch() {
    assertRefused(
        "l2 of output in epoch 4 of the run is -0.5: a penalty's strength scales a sum that"
            + " is never negative, so it must be at least 0 and finite. Did you mean 0.5?",
        Training.epochs(5)
            .l2("output", 0.5)
            .schedule("output", L2.class, Constant.of(1).then(3, epoch -> -1)));
  }

  @Test
  void a_penalty_whose_schedule_leaves_its_range_in_a_later_update() {
    assertRefused(
        "l2 of output in step 8 of the run is Infinity: a penalty's strength scales a sum"
            + " that is never negative, so it must be at least 0 and finite.",
        Training.epochs(5)
            .batchSize(10)
            .schedule(
                "output",
                L2.class,
                ((Schedule) step -> step < 7 ? 1 : Double.POSITIVE_INFINITY).perStep()));
  }

  @Test
  void a_learning_rate_whose_schedule_leaves_its_range_in_a_later_epoch() {
    assertRefused(
        "The schedules of the learning rate multiply it by -0.25 in epoch 6 of the run; a factor"
            + " must be at least 0 and finite.",
        Training.epochs(6).learningRate(epoch -> 1 - epoch * 0.25));
  }

  /** A schedule may be a table that ends with the run. */
  @Test
  void a_schedule_is_not_asked_for_times_after_the_run() {
    LinearTrainer trainer = trainer();
    trainer.fit(
        ROWS, Training.epochs(4).learningRate(epoch -> List.of(1, 2, 3, 4).get((int) epoch)));
    assertEquals(6, trainer.state().epochs());
  }

  private static LinearTrainer trainer() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.TEXTBOOK);
    trainer.fit(ROWS, ADAM);
    return trainer;
  }

  private static void assertRefused(String message, Training training) {
    LinearTrainer refused = trainer();
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> refused.fit(ROWS, training.optimizer(Sgd.of(0.5))))
            .getMessage());
    LinearTrainer untroubled = trainer();
    assertEquals(untroubled.model().provenance(), refused.model().provenance());
    refused.fit(ROWS, ADAM);
    untroubled.fit(ROWS, ADAM);
    assertArrayEquals(untroubled.parameter("output.weights"), refused.parameter("output.weights"));
    assertEquals(untroubled.state().history(), refused.state().history());
  }

  @Test
  void inputs_that_cannot_be_measured() {
    float[] features = new float[4 * HiddenTrainer.INPUT_SIZE];
    for (int i = 0; i < features.length; i++) {
      features[i] = i % HiddenTrainer.INPUT_SIZE == 7 ? i * Float.MIN_VALUE : i;
    }
    Dataset rows = Dataset.ofValues(features, 4, new float[4 * HiddenTrainer.OUTPUT_UNITS]);
    Training overriding = Training.epochs(1).l2("hidden", 3).optimizer(Sgd.of(0.5));
    HiddenTrainer trainer = HiddenTrainer.create(1);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(rows, overriding));
    assertEquals(
        "@Standardize on inputs: column 7 has",
        refusal.getMessage().substring(0, "@Standardize on inputs: column 7 has".length()));
    assertEquals(1, trainer.hyperparameters().get(0).value());
    assertEquals("", trainer.model().provenance().optimizer());
    assertEquals(0, trainer.model().provenance().examples());
  }
}
