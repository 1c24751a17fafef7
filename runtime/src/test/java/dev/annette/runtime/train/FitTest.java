package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Provenance;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);

  @Test
  void training_finds_the_line() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history = trainer.fit(ROWS, Training.epochs(60).optimizer(Sgd.of(0.1)));
    assertArrayEquals(new float[] {-1, 0, 1}, trainer.parameter("output.weights"), 0.05f);
    assertTrue(history.last().dataLoss() < 0.01);
    assertEquals(60, history.epochs().size());
    assertFalse(history.interrupted());
  }

  @Test
  void the_penalty_is_reported_beside_the_data_loss() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(2, PenaltyScaling.TEXTBOOK);
    History history = trainer.fit(ROWS, Training.epochs(5).optimizer(Sgd.of(0.1)));
    double squares = 0;
    for (float weight : trainer.parameter("output.weights")) {
      squares += weight * weight;
    }
    assertEquals(2 / (2.0 * 40) * squares, history.last().penalty(), 1e-9);
    assertEquals(
        "[[annette/effective-strength] @L2(2) on output: 2/40 = 5.00e-2 on the mean loss]",
        history.remarks().toString());
    Provenance provenance = trainer.model().provenance();
    assertEquals(40, provenance.examples());
    assertEquals("Sgd.of(0.1)", provenance.optimizer());
    assertEquals(history.epochs(), provenance.history());
  }

  @Test
  void m_is_the_number_of_rows_left_after_the_split() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.TEXTBOOK);
    History history = trainer.fit(ROWS, Training.epochs(3).validationSplit(0.25));
    assertEquals(30, trainer.model().provenance().examples());
    assertEquals(1.0 / 30, trainer.model().provenance().penalties().get(0).effective());
    assertFalse(Double.isNaN(history.last().validationLoss()));
  }

  @Test
  void validation_measures_the_model_after_the_epoch() {
    Dataset validation = Rows.regression(20, 3, 1);
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history =
        trainer.fit(ROWS, Training.epochs(4).optimizer(Sgd.of(0.1)).validation(validation));
    assertEquals(trainer.evaluate(validation).dataLoss(), history.last().validationLoss());
    assertEquals(trainer.evaluate(validation).metrics(), history.last().metrics());
    assertEquals(java.util.Set.of("mae", "mse", "r2"), history.last().metrics().keySet());
    LinearTrainer silent = LinearTrainer.halfSquared(3);
    History bare =
        silent.fit(
            ROWS, Training.epochs(4).optimizer(Sgd.of(0.1)).validation(validation).metrics(false));
    assertEquals(history.last().validationLoss(), bare.last().validationLoss());
    assertTrue(bare.last().metrics().isEmpty());
  }

  @Test
  void overrides_hold_for_one_run() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.PYTORCH);
    trainer.fit(ROWS, Training.epochs(1).l2("output", 0.125));
    assertEquals(0.125, trainer.model().provenance().penalties().get(0).lambda());
    trainer.fit(ROWS, Training.epochs(1));
    assertEquals(1, trainer.model().provenance().penalties().get(0).lambda());
  }

  @Test
  void a_restored_model_keeps_the_penalties_that_acted() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.SKLEARN_MLP);
    trainer.fit(ROWS, Training.epochs(1).batchSize(8).l2("output", 0.5));
    LinearTrainer restored = trainer.fresh(42).restore(trainer.model());
    assertEquals(trainer.model().provenance(), restored.model().provenance());
    assertEquals(0.5 / 8, restored.model().provenance().penalties().get(0).effective());
  }

  @Test
  void a_model_without_training_leaves_its_statistics_to_be_measured() {
    Dataset rows = Rows.regression(16, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer expected = HiddenTrainer.create(1);
    HiddenTrainer restored = HiddenTrainer.from(expected.model());
    restored.fit(rows, Training.epochs(1));
    expected.fitInputs(rows);
    assertArrayEquals(expected.parameter("inputs.mean"), restored.parameter("inputs.mean"));
    HiddenTrainer measured = HiddenTrainer.from(expected.model());
    measured.fit(Rows.regression(9, HiddenTrainer.INPUT_SIZE, 3), Training.epochs(1));
    assertArrayEquals(expected.parameter("inputs.mean"), measured.parameter("inputs.mean"));
  }

  @Test
  void a_dropout_rate_of_zero_leaves_nothing_out() {
    Dataset rows = Rows.regression(16, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(1);
    trainer.fit(rows, Training.epochs(1).dropout("hidden", 0));
    trainer.inspect((name, values, count, units) -> assertMask(name, values, count * units));
  }

  private static void assertMask(String name, float[] values, int count) {
    for (int i = 0; name.equals("hidden.mask") && i < count; i++) {
      assertEquals(1, values[i]);
    }
  }

  @Test
  void an_unknown_layer_is_refused_with_what_there_is() {
    HiddenTrainer trainer = HiddenTrainer.create(1);
    Dataset rows = Rows.regression(16, HiddenTrainer.INPUT_SIZE, 3);
    assertRefused(
        "test.Hidden has no dropout of hiden to override. Did you mean \"hidden\"? It declares l2"
            + " of hidden, dropout of hidden, l1 of output.",
        () -> trainer.fit(rows, Training.epochs(1).dropout("hiden", 0.1)));
    assertRefused(
        "test.Hidden has no l1 of hidden to override. It declares l2 of hidden, dropout of hidden,"
            + " l1 of output.",
        () -> trainer.fit(rows, Training.epochs(1).l1("hidden", 0.1)));
    assertRefused(
        "test.Linear has no l2 of output to override. It declares none.",
        () -> LinearTrainer.halfSquared(3).fit(ROWS, Training.epochs(1).l2("output", 1)));
  }

  @Test
  void online_options_are_refused() {
    assertRefused(
        "Training.online() has no number of epochs: use it with prepare, and Training.epochs(n) or"
            + " Training.steps(n) with fit.",
        () -> LinearTrainer.halfSquared(3).fit(ROWS, Training.online()));
  }

  @Test
  void rows_are_checked_before_anything_is_learned() {
    LinearTrainer trainer = LinearTrainer.halfSquared(4);
    assertRefused(
        "test.Linear: rows have 3 features, but the network takes 4",
        () -> trainer.fit(ROWS, Training.epochs(1)));
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void a_run_of_steps_may_end_within_an_epoch() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history = trainer.fit(ROWS, Training.steps(7).batchSize(10));
    assertEquals(7, trainer.state().steps());
    assertEquals(2, history.epochs().size());
    trainer.fit(ROWS, Training.steps(3).batchSize(10));
    assertEquals(10, trainer.state().steps());
  }

  @Test
  void divergence_names_the_place_and_returns_to_the_last_good_epoch() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training training = Training.epochs(3).fullBatch().optimizer(Sgd.of(0.1));
    trainer.fit(ROWS, training);
    LinearTrainer diverging = LinearTrainer.halfSquared(3);
    diverging.fit(ROWS, training);
    TrainingDivergedException thrown =
        assertThrows(
            TrainingDivergedException.class,
            () -> diverging.fit(ROWS, Training.epochs(9).batchSize(10).optimizer(Sgd.of(1e20))));
    assertEquals(
        "Training diverged in epoch 4, batch 2: test.Linear: in step 5 the loss of row 0 of the"
            + " batch is Infinity; a smaller learning rate than that of Sgd.of(1.0E20) may help."
            + " The weights are again those of the end of epoch 3.",
        thrown.getMessage());
    assertArrayEquals(trainer.parameter("output.weights"), diverging.parameter("output.weights"));
    assertEquals(3, diverging.state().steps());
    assertEquals(3, diverging.state().history().size());
  }

  @Test
  void weights_that_are_not_finite_end_the_run_though_the_loss_was() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    TrainingDivergedException thrown =
        assertThrows(
            TrainingDivergedException.class,
            () -> trainer.fit(ROWS, Training.epochs(1).fullBatch().optimizer(Sgd.of(1e300))));
    assertTrue(
        thrown
            .getMessage()
            .startsWith(
                "Training diverged in epoch 1, batch 1: test.Linear: a parameter is no longer"
                    + " finite; a smaller learning rate may help. output.weights, number 0, is"),
        thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith(" The weights are again those from before."));
    assertArrayEquals(new float[3], trainer.parameter("output.weights"));
  }

  @Test
  void an_interrupted_run_ends_within_a_batch_and_keeps_its_history() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, Training.epochs(2));
    Thread.currentThread().interrupt();
    History history = trainer.fit(ROWS, Training.epochs(1000));
    assertTrue(Thread.interrupted());
    assertTrue(history.interrupted());
    assertEquals(2, history.epochs().size());
    assertEquals(4, trainer.state().steps());
  }

  @Test
  void another_kind_of_optimizer_starts_without_memory() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, Training.epochs(5).optimizer(Sgd.momentum(0.01, 0.9)));
    LinearTrainer fresh = LinearTrainer.halfSquared(3);
    fresh.setParameter("output.weights", trainer.parameter("output.weights"));
    fresh.setParameter("output.bias", trainer.parameter("output.bias"));
    Training unshuffled = Training.epochs(1).shuffle(false);
    trainer.fit(ROWS, unshuffled.optimizer(Adam.of(0.01)));
    fresh.fit(ROWS, unshuffled.optimizer(Adam.of(0.01)));
    assertArrayEquals(trainer.parameter("output.weights"), fresh.parameter("output.weights"));
    trainer.fit(ROWS, unshuffled.optimizer(Adam.of(0.01)));
    LinearTrainer forgetful = LinearTrainer.halfSquared(3);
    forgetful.setParameter("output.weights", fresh.parameter("output.weights"));
    forgetful.setParameter("output.bias", fresh.parameter("output.bias"));
    forgetful.fit(ROWS, unshuffled.optimizer(Adam.of(0.01)));
    assertNotEquals(
        trainer.parameter("output.weights")[0], forgetful.parameter("output.weights")[0]);
  }

  @Test
  void statistics_are_measured_on_the_training_part_and_once() {
    Dataset rows = Rows.regression(40, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(5);
    trainer.fit(rows, Training.epochs(1).validationSplit(0.5));
    HiddenTrainer expected = HiddenTrainer.create(5);
    expected.fitInputs(rows.split(0.5, 5).train());
    assertArrayEquals(expected.parameter("inputs.mean"), trainer.parameter("inputs.mean"));
    trainer.fit(rows, Training.epochs(1));
    assertArrayEquals(expected.parameter("inputs.scale"), trainer.parameter("inputs.scale"));
  }

  private static void assertRefused(
      String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
