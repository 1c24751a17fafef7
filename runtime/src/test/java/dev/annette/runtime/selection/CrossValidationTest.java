package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.HiddenModel;
import dev.annette.runtime.train.HiddenTrainer;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final Dataset ROWS =
      Rows.regression(100, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
  private static final Training TRAINING =
      Training.epochs(5).threads(1).optimizer(Sgd.momentum(0.02, 0.9));

  private static CrossValidationResult<HiddenModel> run(int k, long seed, Training training) {
    return CrossValidation.folds(k).seed(seed).run(HiddenTrainer::create, ROWS, training);
  }

  @Test
  void a_fold_is_a_run_that_one_can_make_by_hand() {
    CrossValidationResult<HiddenModel> result = run(4, 7, TRAINING);
    List<Dataset.Split> splits = ROWS.folds(4, 7);
    assertEquals(4, result.folds().size());
    for (int i = 0; i < 4; i++) {
      HiddenTrainer trainer = HiddenTrainer.create(8 + i);
      Dataset validation = splits.get(i).validation();
      trainer.fit(splits.get(i).train(), TRAINING.validation(validation));
      FoldResult<HiddenModel> fold = result.folds().get(i);
      assertArrayEquals(trainer.model().toJson(), fold.model().toJson());
      assertEquals(trainer.evaluate(validation), fold.validation());
      assertEquals(fold.validation().dataLoss(), fold.history().last().validationLoss());
      assertEquals(trainer.evaluate(splits.get(i).train()).dataLoss(), fold.training().dataLoss());
    }
  }

  @Test
  void inputs_are_measured_on_the_rows_that_train() {
    float[][] features = new float[100][];
    float[][] targets = new float[100][];
    for (int row = 0; row < 100; row++) {
      features[row] = ROWS.row(row);
      targets[row] = new float[] {0, 0, 0};
    }
    Dataset clean = Dataset.ofValues(features, targets);
    for (int row = 80; row < 100; row++) {
      features[row][0] = 1e6f; // all in the last fold by time
    }
    Dataset spoilt = Dataset.ofValues(features, targets);
    CrossValidation byTime = CrossValidation.of(Resampling.timeFolds(4));
    List<FoldResult<HiddenModel>> expected =
        byTime.run(HiddenTrainer::create, clean, TRAINING).folds();
    List<FoldResult<HiddenModel>> found =
        byTime.run(HiddenTrainer::create, spoilt, TRAINING).folds();
    float[] mean = found.get(3).model().content().tensor(0);
    assertArrayEquals(expected.get(3).model().content().tensor(0), mean);
    double sum = 0;
    for (int row = 0; row < 80; row++) {
      sum += clean.feature(row, 0);
    }
    assertEquals(sum / 80, mean[0], 1e-6);
    for (int tensor = 0; tensor < 6; tensor++) {
      assertArrayEquals(
          expected.get(3).model().content().tensor(tensor),
          found.get(3).model().content().tensor(tensor));
    }
  }

  @Test
  void folds_have_mean_standard_error_and_a_pooled_measure() {
    CrossValidationResult<HiddenModel> result = run(3, 0, TRAINING);
    double sum = 0;
    double squares = 0;
    double pooled = 0;
    for (FoldResult<HiddenModel> fold : result.folds()) {
      double loss = fold.validation().dataLoss();
      sum += loss;
      squares += loss * loss;
      pooled += loss * fold.rows().validation().rows();
    }
    Estimate loss = result.validationLoss();
    assertEquals(sum / 3, loss.mean(), 1e-12);
    double variance = (squares - sum * sum / 3) / 2;
    assertEquals(Math.sqrt(variance / 3), loss.standardError(), 1e-9);
    assertEquals(pooled / 100, result.pooled().dataLoss(), 1e-12);
    assertEquals(result.scores().metrics().keySet(), result.pooled().metrics().keySet());
    // R² of all rows is not the mean of R² of the folds: their targets have other means
    assertNotEquals(
        result.scores().metrics().get("r2").mean(), result.pooled().metrics().get("r2"));
  }

  @Test
  void pooling_one_part_is_measuring_it() {
    HiddenTrainer trainer = HiddenTrainer.create(1);
    trainer.fit(ROWS, TRAINING);
    HiddenModel model = trainer.model();
    List<Dataset> parts = List.of(ROWS.select(new int[] {0, 1}), ROWS.select(new int[] {2, 3, 4}));
    assertEquals(
        Evaluation.of(model, ROWS.select(new int[] {0, 1, 2, 3, 4})),
        Evaluation.pooled(
            model.description(), List.of(model.predictor(), model.predictor()), parts));
  }

  @Test
  void early_stopping_watches_the_fold_unless_the_options_keep_rows_of_their_own() {
    Training stopping = TRAINING.earlyStopping(EarlyStopping.defaults());
    run(3, 0, stopping)
        .folds()
        .forEach(
            fold -> {
              double watched = fold.history().best().validationLoss();
              assertEquals(fold.validation().dataLoss(), watched);
            });
    run(3, 0, stopping.validationSplit(0.25))
        .folds()
        .forEach(
            fold -> {
              double watched = fold.history().best().validationLoss();
              assertNotEquals(fold.validation().dataLoss(), watched);
              double m = fold.model().provenance().examples();
              assertEquals(Math.round(0.75 * fold.rows().train().rows()), m, 1);
            });
  }

  @Test
  void the_same_seed_gives_the_same_numbers() {
    String csv = run(3, 5, TRAINING).toCsv();
    assertEquals(csv, run(3, 5, TRAINING.threads(2)).toCsv());
    assertNotEquals(csv, run(3, 6, TRAINING).toCsv());
  }

  @Test
  void a_fresh_trainer_of_another_makes_trainers_too() {
    HiddenTrainer used = HiddenTrainer.create(9);
    used.fit(ROWS, TRAINING);
    CrossValidationResult<HiddenModel> result =
        CrossValidation.folds(3).seed(5).run(used::fresh, ROWS, TRAINING);
    assertEquals(run(3, 5, TRAINING).toCsv(), result.toCsv());
  }

  @Test
  void it_prints_a_table() {
    Dataset rows =
        Dataset.ofValues(new float[] {0, 1, 2, 3, 4, 5}, 6, new float[] {0, 1, 2, 3, 4, 5});
    CrossValidationResult<?> result =
        CrossValidation.of(Resampling.timeFolds(2))
            .run(
                seed -> LinearTrainer.halfSquared(1),
                rows,
                Training.epochs(1).optimizer(Sgd.of(1e-30)));
    assertEquals(
        """
        fold    seed  rows  validation_rows   training_loss  validation_loss            mae            mse              r2
        1          1     2                2          0.2500            3.250          2.500          6.500          -25.00
        2          2     4                2           1.750            10.25          4.500          20.50          -81.00
        mean                                 1.000 ± 0.7500    6.750 ± 3.500  3.500 ± 1.000  13.50 ± 7.000  -53.00 ± 28.00
        pooled                                                         6.750          3.500          13.50          -9.800
        """,
        result.toString());
    assertEquals(
        """
        fold,seed,rows,validation_rows,training_loss,validation_loss,mae,mse,r2
        1,1,2,2,0.25,3.25,2.5,6.5,-25.0
        2,2,4,2,1.75,10.25,4.5,20.5,-81.0
        """,
        result.toCsv());
  }

  @Test
  void an_interrupted_thread_ends_it() {
    Callback interrupts =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control run) {
            Thread.currentThread().interrupt();
          }
        };
    assertThrows(CancellationException.class, () -> run(3, 0, TRAINING.callback(interrupts)));
    assertTrue(Thread.interrupted());
  }

  @Test
  void folds_that_count_nothing_are_refused() {
    float[] weights = new float[100];
    for (int row = 0; row < 80; row++) {
      weights[row] = 1;
    }
    Dataset weighted = ROWS.withWeights(weights);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                CrossValidation.of(Resampling.timeFolds(4))
                    .run(HiddenTrainer::create, weighted, TRAINING));
    assertEquals(
        "The 20 rows that validate fold 4 all have weight 0, so nothing can be measured on them.",
        refused.getMessage());
  }
}
