package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.HiddenTrainer;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AblationTest {
  private static final Dataset ROWS =
      Rows.regression(100, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
  private static final Training TRAINING =
      Training.epochs(5).threads(1).optimizer(Sgd.momentum(0.02, 0.9));

  @Test
  void every_combination_is_a_run_with_overrides() {
    AblationResult result =
        Ablation.ofDeclared().seeds(3, 4).run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals(List.of("l2 of hidden", "dropout of hidden", "l1 of output"), result.factors());
    assertEquals(8, result.rows().size());
    for (int row = 0; row < 8; row++) {
      List<Boolean> has = result.rows().get(row).has();
      assertEquals(List.of((row & 1) > 0, (row & 2) > 0, (row & 4) > 0), has);
      Training options = TRAINING;
      options = has.get(0) ? options : options.l2("hidden", 0);
      options = has.get(1) ? options : options.dropout("hidden", 0);
      options = has.get(2) ? options : options.l1("output", 0);
      Estimate loss = result.rows().get(row).outcome().scores().orElseThrow().validationLoss();
      for (int i = 0; i < 2; i++) {
        Dataset.Split split = ROWS.split(0.2, 3 + i);
        HiddenTrainer trainer = HiddenTrainer.create(4 + i);
        trainer.fit(split.train(), options);
        assertEquals(trainer.evaluate(split.validation()).dataLoss(), loss.values().get(i));
      }
      assertEquals(2, loss.values().size());
    }
  }

  @Test
  void what_is_chosen_or_added_is_combined_alone() {
    AblationResult result =
        Ablation.of(Setting.dropout("hidden"))
            .and("average", options -> options.averaging(Ema.of(0.5)))
            .resampling(Resampling.folds(2))
            .seeds(1)
            .run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals(List.of("dropout of hidden", "average"), result.factors());
    Scores averaged =
        CrossValidation.folds(2)
            .seed(1)
            .run(HiddenTrainer::create, ROWS, TRAINING.dropout("hidden", 0).averaging(Ema.of(0.5)))
            .scores();
    assertEquals(averaged, result.rows().get(2).outcome().scores().orElseThrow());
  }

  @Test
  void effects_are_means_over_pairs() {
    AblationResult result =
        Ablation.ofDeclared().seeds(1, 2, 3).run(HiddenTrainer::create, ROWS, TRAINING);
    Estimate effect = result.effects().get("dropout of hidden");
    for (int seed = 0; seed < 3; seed++) {
      double sum = 0;
      for (int row : new int[] {0, 1, 4, 5}) {
        sum += loss(result, row + 2, seed) - loss(result, row, seed);
      }
      assertEquals(sum / 4, effect.values().get(seed), 1e-15);
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (AblationResult.Row row : result.rows()) {
      smallest = Math.min(smallest, row.outcome().scores().orElseThrow().validationLoss().mean());
    }
    assertEquals(smallest, result.best().outcome().scores().orElseThrow().validationLoss().mean());
  }

  private static double loss(AblationResult result, int row, int seed) {
    Scores scores = result.rows().get(row).outcome().scores().orElseThrow();
    return scores.validationLoss().values().get(seed);
  }

  @Test
  void a_penalty_that_is_divided_by_its_number_can_be_left_out_too() {
    Dataset rows = Rows.regression(50, 4, 1);
    LinearTrainer trainer =
        new LinearTrainer(4, 1, dev.annette.Loss.MEAN_SQUARED_ERROR, 1)
            .l2(0.5, PenaltyScaling.SKLEARN_LOGISTIC);
    AblationResult result = Ablation.ofDeclared().seeds(1).run(trainer::fresh, rows, TRAINING);
    LinearTrainer free = new LinearTrainer(4, 1, dev.annette.Loss.MEAN_SQUARED_ERROR, 2);
    Dataset.Split split = rows.split(0.2, 1);
    free.fit(split.train(), TRAINING);
    assertEquals(free.evaluate(split.validation()).dataLoss(), loss(result, 0, 0));
    assertTrue(loss(result, 1, 0) != loss(result, 0, 0));
  }

  @Test
  void a_combination_that_diverges_is_recorded() {
    AblationResult result =
        Ablation.of(Setting.l2("hidden"))
            .and("haste", options -> options.optimizer(Sgd.of(1e20)))
            .seeds(1)
            .run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals("", result.rows().get(1).outcome().failure());
    String failure = result.rows().get(3).outcome().failure();
    assertTrue(failure.startsWith("Training diverged in epoch 1, batch "), failure);
    assertTrue(result.effects().get("haste").values().isEmpty());
    assertEquals(1, result.effects().get("l2 of hidden").values().size());
    String csv = result.toCsv();
    assertTrue(
        csv.startsWith("l2 of hidden,haste,training_loss,training_loss_se,validation_loss,"), csv);
    assertEquals(5, csv.lines().count());
    assertTrue(csv.contains("\nx,x,,,,,,,,,,,\"Training diverged"), csv);
    assertTrue(result.toString().contains("effect on the validation loss"), result::toString);
  }

  @Test
  void without_any_success_the_best_says_why() {
    AblationResult result =
        Ablation.of(Setting.l2("hidden"))
            .seeds(1)
            .run(HiddenTrainer::create, ROWS, TRAINING.optimizer(Sgd.of(1e20)));
    String message = assertThrows(NoSuchElementException.class, result::best).getMessage();
    assertTrue(message.startsWith("Training diverged in epoch 1"), message);
  }

  @Test
  void too_many_and_unknown_regularisers_are_refused() {
    LinearTrainer trainer = LinearTrainer.halfSquared(HiddenTrainer.INPUT_SIZE);
    for (int i = 0; i < 7; i++) {
      trainer.l1(1, PenaltyScaling.PYTORCH, L1Method.PROXIMAL);
    }
    String repeated = String.join(", ", java.util.Collections.nCopies(7, "l1 of output"));
    Dataset rows = Rows.regression(20, HiddenTrainer.INPUT_SIZE, 1);
    assertRefused(
        "7 regularisers make 128 combinations: "
            + repeated
            + ". Say Ablation.of(...) with those to combine, at most 16.",
        () -> Ablation.ofDeclared().run(seed -> trainer, rows, TRAINING));
    assertRefused(
        "test.Hidden has no l2 of outptu to leave out. It declares l2 of hidden, dropout of"
            + " hidden, l1 of output.",
        () -> Ablation.of(Setting.l2("outptu")).run(HiddenTrainer::create, ROWS, TRAINING));
    assertRefused(
        "The network declares no rate or strength to leave out, and nothing was added.",
        () -> Ablation.ofDeclared().run(seed -> LinearTrainer.halfSquared(20), rows, TRAINING));
    assertRefused(
        "an ablation of no setting leaves nothing out; ofDeclared() takes all there are",
        Ablation::of);
    assertRefused(
        "no seeds: a network needs one to start from", () -> Ablation.ofDeclared().seeds());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
