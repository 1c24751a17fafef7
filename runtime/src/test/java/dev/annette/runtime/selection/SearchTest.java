package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.HiddenTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SearchTest {
  private static final Dataset ROWS =
      Rows.regression(100, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
  private static final Training TRAINING =
      Training.epochs(3).threads(1).optimizer(Sgd.momentum(0.02, 0.9));
  private static final Space SPACE =
      Space.empty()
          .logUniform(Setting.l2("hidden"), 0.1, 10)
          .choice("batch size", Training::batchSize, 16, 32);

  @Test
  void every_trial_is_a_run_with_its_options() {
    SearchResult result = Search.grid(SPACE, 3).seed(6).run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals(6, result.trials().size());
    double[] strengths = {0.1, 1, 10};
    double before = 0;
    for (Trial trial : result.trials()) {
      double strength = strengths[(trial.number() - 1) / 2];
      int batch = trial.number() % 2 == 1 ? 16 : 32;
      assertEquals(strength, Double.parseDouble(trial.values().get("l2 of hidden")), 1e-12);
      assertEquals(Integer.toString(batch), trial.values().get("batch size"));
      Dataset.Split split = ROWS.split(0.2, 6);
      HiddenTrainer trainer = HiddenTrainer.create(7);
      trainer.fit(split.train(), TRAINING.l2("hidden", strength).batchSize(batch));
      double loss = trainer.evaluate(split.validation()).dataLoss();
      assertEquals(loss, trial.outcome().scores().orElseThrow().validationLoss().mean(), 1e-7);
      assertTrue(loss >= before - 1e-7, "best first");
      before = loss;
    }
    HiddenTrainer reused = HiddenTrainer.create(7);
    reused.fit(ROWS.split(0.2, 6).train(), result.best().training());
    assertEquals(
        result.best().outcome().scores().orElseThrow().validationLoss().mean(),
        reused.evaluate(ROWS.split(0.2, 6).validation()).dataLoss());
  }

  @Test
  void candidates_by_chance_follow_from_the_seed() {
    Search search = Search.random(SPACE, 5).resampling(Resampling.folds(2));
    SearchResult result = search.seed(1).run(HiddenTrainer::create, ROWS, TRAINING);
    String csv = result.toCsv();
    assertEquals(csv, search.seed(1).run(HiddenTrainer::create, ROWS, TRAINING).toCsv());
    assertNotEquals(csv, search.seed(2).run(HiddenTrainer::create, ROWS, TRAINING).toCsv());
    assertTrue(
        csv.startsWith("trial,l2 of hidden,batch size,training_loss,training_loss_se,"), csv);
    assertEquals(6, csv.lines().count());
    assertEquals(6, result.toString().lines().count());
  }

  @Test
  void it_can_be_ranked_by_a_metric() {
    Search search = Search.grid(SPACE, 2);
    List<Integer> byLoss = numbers(search.run(HiddenTrainer::create, ROWS, TRAINING));
    assertEquals(
        byLoss, numbers(search.minimizing("mse").run(HiddenTrainer::create, ROWS, TRAINING)));
    SearchResult rising = search.maximizing("r2").run(HiddenTrainer::create, ROWS, TRAINING);
    double before = Double.POSITIVE_INFINITY;
    for (Trial trial : rising.trials()) {
      double r2 = trial.outcome().scores().orElseThrow().metrics().get("r2").mean();
      assertTrue(r2 <= before);
      before = r2;
    }
    assertRefused(
        "Nothing measures accuracy. There are mae, mse, r2.",
        () -> search.maximizing("accuracy").run(HiddenTrainer::create, ROWS, TRAINING));
  }

  private static List<Integer> numbers(SearchResult result) {
    return result.trials().stream().map(Trial::number).toList();
  }

  @Test
  void failures_are_recorded_and_ranked_last() {
    Space space =
        Space.empty()
            .optimizer(Sgd.of(1e20), Adam.of(0.01))
            .choice("dropout", Map.of("none", options -> options.dropout("hidden", 0)))
            .choice(Setting.dropout("hidden"), 0.1, 1.5);
    SearchResult result = Search.grid(space, 1).run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals(List.of(3, 1, 2, 4), numbers(result));
    assertEquals(Adam.of(0.01).describe(), result.best().values().get("optimizer"));
    String diverged = result.trials().get(1).outcome().failure();
    assertTrue(diverged.startsWith("Training diverged in epoch 1, batch "), diverged);
    assertEquals(
        "dropout of hidden is 1.5: a dropout rate is the share of units left out in each training"
            + " step, so it must be at least 0 and below 1. Did you mean 0.15?",
        result.trials().get(3).outcome().failure());
    SearchResult none =
        Search.grid(Space.empty().choice(Setting.dropout("hidden"), 1.5), 1)
            .run(HiddenTrainer::create, ROWS, TRAINING);
    String message = assertThrows(NoSuchElementException.class, none::best).getMessage();
    assertTrue(message.startsWith("All 1 candidates failed, the first with: dropout"), message);
  }

  @Test
  void a_value_that_the_options_refuse_is_recorded_too() {
    SearchResult result =
        Search.grid(Space.empty().choice("batch", Training::batchSize, 0, 16), 1)
            .run(HiddenTrainer::create, ROWS, TRAINING);
    assertEquals(List.of(2, 1), numbers(result));
    assertEquals(
        "batchSize is 0: an update learns from rows, so it must be at least 1.",
        result.trials().get(1).outcome().failure());
  }

  @Test
  void rows_that_do_not_fit_are_no_failure_of_a_candidate() {
    Dataset narrow = Rows.regression(20, 3, HiddenTrainer.OUTPUT_UNITS);
    assertThrows(
        IllegalArgumentException.class,
        () -> Search.grid(SPACE, 2).run(HiddenTrainer::create, narrow, TRAINING));
  }

  @Test
  void a_search_of_nothing_is_refused() {
    assertRefused(
        "a search of an empty space has nothing to choose; add a range or a choice",
        () -> Search.random(Space.empty(), 3));
    assertRefused("a search with 0 candidates; it needs at least 1", () -> Search.random(SPACE, 0));
    assertRefused(
        "a search with 0 points per range; it needs at least 1", () -> Search.grid(SPACE, 0));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
