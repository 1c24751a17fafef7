package dev.annette.examples.textbook;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Initializer;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Random;

/**
 * Logistic regression where one feature of many matters (Ng 2004): the rows that an L2 penalty
 * needs grow with the number of features, those that an L1 penalty needs hardly do.
 *
 * <p>100 rows of normal features, {@code P(y = 1) = σ(10·x₀)}. C is chosen by the error on 30 of
 * them, then all are learned from.
 */
final class OneRelevant {
  /** The most features; rows with fewer are filled up with zeros, whose weights stay 0. */
  static final int MOST = 1000;

  private static final int TRAINING_ROWS = 100;
  private static final int HELD_OUT = 30;
  private static final int TEST_ROWS = 2000;
  private static final double[] CHOICES = {0.01, 0.1, 1, 10, 100};

  private OneRelevant() {}

  /** C·Σloss + ‖w‖₁. */
  @Network(input = MOST, loss = Loss.BINARY_CROSS_ENTROPY)
  static class Absolute {
    @Dense(units = 1)
    @Init(Initializer.ZEROS)
    @L1(value = 1, scaling = PenaltyScaling.SKLEARN_LOGISTIC)
    Layer output;
  }

  /** C·Σloss + ½‖w‖². */
  @Network(input = MOST, loss = Loss.BINARY_CROSS_ENTROPY)
  static class Squared {
    @Dense(units = 1)
    @Init(Initializer.ZEROS)
    @L2(value = 1, scaling = PenaltyScaling.SKLEARN_LOGISTIC)
    Layer output;
  }

  /** The share of rows it has not seen that a model gets wrong, under each penalty. */
  record Errors(double l1, double l2) {}

  /** Returns the mean errors over several draws of rows with so many features. */
  static Errors errors(int features, int draws) {
    double l1 = 0;
    double l2 = 0;
    for (int draw = 0; draw < draws; draw++) {
      Random random = new Random(draw);
      Dataset rows = rows(random, TRAINING_ROWS, features);
      Dataset unseen = rows(random, TEST_ROWS, features);
      l1 += error(true, best(true, rows), rows, unseen) / draws;
      l2 += error(false, best(false, rows), rows, unseen) / draws;
    }
    return new Errors(l1, l2);
  }

  private static Dataset rows(Random random, int count, int features) {
    float[] x = new float[count * MOST];
    float[] y = new float[count];
    for (int row = 0; row < count; row++) {
      for (int feature = 0; feature < features; feature++) {
        x[row * MOST + feature] = (float) random.nextGaussian();
      }
      double probability = 1 / (1 + Math.exp(-10 * x[row * MOST]));
      y[row] = random.nextDouble() < probability ? 1 : 0;
    }
    return Dataset.ofValues(x, count, y);
  }

  /** Returns the C with the smallest error on held-out rows, of equals the smallest C. */
  private static double best(boolean l1, Dataset rows) {
    Dataset.Split split = rows.split((double) HELD_OUT / TRAINING_ROWS, 0);
    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double c : CHOICES) {
      double error = error(l1, c, split.train(), split.validation());
      if (error < least) {
        least = error;
        best = c;
      }
    }
    return best;
  }

  private static double error(boolean l1, double c, Dataset rows, Dataset unseen) {
    NetworkTrainer<?> trainer =
        l1 ? OneRelevant_AbsoluteTrainer.create(0) : OneRelevant_SquaredTrainer.create(0);
    Training training =
        Training.epochs(100)
            .fullBatch()
            .threads(1)
            .metrics(false)
            .optimizer(Adam.of(0.2))
            .learningRate(CosineDecay.overRun());
    trainer.fit(rows, l1 ? training.l1("output", c) : training.l2("output", c));
    return 1 - Evaluation.of(trainer.model(), unseen).metrics().get("accuracy");
  }
}
