package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import org.junit.jupiter.api.Test;

/** Iterates of gradient descent against the textbook in double precision. */
class GradientDescentTest {
  private static final double RATE = 0.1;
  private static final float[] WEIGHTS = {0.5f, -1, 0.25f};

  @Test
  void ten_full_batches_with_ridge_are_the_textbook() {
    Dataset rows = Rows.regression(17, 3, 1);
    LinearTrainer trainer = trainer();
    trainer.fit(rows, Training.epochs(10).fullBatch().optimizer(Sgd.of(RATE)));
    double[] expected = start();
    for (int epoch = 0; epoch < 10; epoch++) {
      step(expected, rows, 0, 17, 17);
    }
    assertIterate(expected, trainer);
  }

  @Test
  void the_last_smaller_batch_counts_by_its_rows() {
    Dataset rows = Rows.regression(11, 3, 1);
    LinearTrainer trainer = trainer();
    History history =
        trainer.fit(rows, Training.epochs(2).batchSize(4).shuffle(false).optimizer(Sgd.of(RATE)));
    double[] expected = start();
    double loss = 0;
    for (int epoch = 0; epoch < 2; epoch++) {
      loss = 0;
      for (int from = 0; from < 11; from += 4) {
        int count = Math.min(4, 11 - from);
        loss += step(expected, rows, from, count, 11) * count;
      }
    }
    assertIterate(expected, trainer);
    assertEquals(loss / 11, history.last().dataLoss(), 1e-6);
    assertEquals(6, trainer.state().steps());
  }

  @Test
  void weights_of_rows_are_scaled_to_mean_one_over_the_training_rows() {
    Dataset rows = Rows.regression(4, 3, 1).withWeights(new float[] {2, 4, 0, 2});
    LinearTrainer trainer = trainer();
    trainer.fit(rows, Training.epochs(3).fullBatch().optimizer(Sgd.of(RATE)));
    Dataset scaled = rows.withWeights(new float[] {1, 2, 0, 1});
    double[] expected = start();
    for (int epoch = 0; epoch < 3; epoch++) {
      step(expected, scaled, 0, 4, 4);
    }
    assertIterate(expected, trainer);
  }

  @Test
  void a_row_that_counts_twice_is_two_rows() {
    Dataset rows = Rows.regression(3, 3, 1);
    Dataset weighted = rows.withWeights(new float[] {0.75f, 1.5f, 0.75f});
    LinearTrainer counted = trainer();
    counted.fit(weighted, Training.epochs(4).examples(4).fullBatch().optimizer(Sgd.of(RATE)));
    LinearTrainer repeated = trainer();
    repeated.fit(
        rows.select(new int[] {0, 1, 1, 2}),
        Training.epochs(4).fullBatch().optimizer(Sgd.of(RATE)));
    for (int i = 0; i < 3; i++) {
      assertEquals(
          repeated.parameter("output.weights")[i], counted.parameter("output.weights")[i], 1e-6);
    }
  }

  private static LinearTrainer trainer() {
    return LinearTrainer.halfSquared(3).l2(0.8, PenaltyScaling.TEXTBOOK).start(WEIGHTS, 0.5f);
  }

  private static double[] start() {
    return new double[] {WEIGHTS[0], WEIGHTS[1], WEIGHTS[2], 0.5};
  }

  /** One step of w ← w − η·(g + (λ/m)·w) with λ = 0.8; returns the data loss before it. */
  private static double step(double[] theta, Dataset rows, int from, int count, int m) {
    double[] gradient = new double[4];
    double loss = 0;
    for (int row = from; row < from + count; row++) {
      double error = theta[3] - rows.target(row, 0);
      for (int k = 0; k < 3; k++) {
        error += theta[k] * rows.feature(row, k);
      }
      double share = rows.weight(row) / count;
      loss += share * 0.5 * error * error;
      for (int k = 0; k < 3; k++) {
        gradient[k] += share * error * rows.feature(row, k);
      }
      gradient[3] += share * error;
    }
    for (int k = 0; k < 4; k++) {
      theta[k] -= RATE * (gradient[k] + (k < 3 ? 0.8 / m * theta[k] : 0));
    }
    return loss;
  }

  private static void assertIterate(double[] expected, LinearTrainer trainer) {
    float[] learned = new float[4];
    trainer.getParameters(learned);
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], learned[i], 2e-6, "number " + i);
    }
  }
}
