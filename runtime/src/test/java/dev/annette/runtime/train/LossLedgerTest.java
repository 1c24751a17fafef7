package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data loss and penalties of a run, each by itself. */
class LossLedgerTest {
  private static final Dataset ROWS = Rows.regression(60, HiddenTrainer.INPUT_SIZE, 3);

  @Test
  void an_epoch_keeps_every_penalty_by_itself() {
    HiddenTrainer trainer = HiddenTrainer.create(1);
    EpochRecord epoch = trainer.fit(ROWS, Training.epochs(2)).last();
    double squares = 0;
    for (float w : trainer.parameter("hidden.weights")) {
      squares += (double) w * w;
    }
    double magnitudes = 0;
    for (float w : trainer.parameter("output.weights")) {
      magnitudes += Math.abs(w);
    }
    assertEquals(2, epoch.penalties().size());
    assertEquals(squares / (2 * 60), epoch.penalties().get("hidden.weights.l2"), 1e-9);
    assertEquals(0.5 * magnitudes / (2 * 60), epoch.penalties().get("output.weights.l1"), 1e-9);
    assertEquals(epoch.penaltyOf("hidden") + epoch.penaltyOf("output"), epoch.penalty(), 1e-15);
    assertEquals(epoch.dataLoss() + epoch.penalty(), epoch.objective());
    assertEquals(trainer.penalty(), epoch.penalty());
  }

  @Test
  void the_penalties_of_a_layer_are_those_with_its_name_alone() {
    EpochRecord epoch =
        new EpochRecord(
            1,
            1,
            new TreeMap<>(
                Map.of("a.activityL1", 1.0, "a.weights.l2", 2.0, "ab.bias.l2", 4.0, "a$.l1", 8.0)),
            Double.NaN,
            new TreeMap<>());
    assertEquals(3, epoch.penaltyOf("a"));
    assertEquals(4, epoch.penaltyOf("ab"));
    assertEquals(0, epoch.penaltyOf("b"));
    assertEquals(15, epoch.penalty());
  }

  @Test
  void validation_compares_data_loss_alone() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(30, PenaltyScaling.TEXTBOOK);
    Dataset rows = Rows.regression(40, 3, 1);
    EpochRecord epoch = trainer.fit(rows, Training.epochs(3).validation(rows)).last();
    float[] gradients = new float[4];
    assertEquals(trainer.gradients(rows.toBatch(), gradients), epoch.validationLoss(), 1e-6);
    assertTrue(epoch.penalty() > 0);
  }

  /** The weights grow from 0: the data loss falls, but data loss and penalty together rise. */
  @Test
  void early_stopping_watches_the_data_loss_unless_told_otherwise() {
    assertEquals(20, epochs(EarlyStopping.defaults().withPatience(3)));
    assertEquals(20, epochs(EarlyStopping.defaults().withPatience(3).withMonitor("data_loss")));
    assertEquals(4, epochs(EarlyStopping.defaults().withPatience(3).withMonitor("loss")));
  }

  private static int epochs(EarlyStopping stopping) {
    Training training =
        Training.epochs(20).fullBatch().optimizer(Sgd.of(0.01)).earlyStopping(stopping);
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(0.001, PenaltyScaling.PYTORCH);
    trainer.start(new float[] {1, 0, -1}, 0);
    return trainer
        .fit(Rows.regression(40, 3, 1), training.l2("output", 0.3).l2("output", time -> time + 1))
        .epochs()
        .size();
  }
}
