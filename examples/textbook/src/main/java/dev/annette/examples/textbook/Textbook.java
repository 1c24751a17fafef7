package dev.annette.examples.textbook;

import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Locale;

/** Runs the four programs and prints what they learn. */
public final class Textbook {
  /** The learning rate of the tutorial's gradient descent. */
  static final double LEARNING_RATE = 0.01;

  /** The iterations of the tutorial's gradient descent, each over all rows. */
  static final int ITERATIONS = 1000;

  private Textbook() {}

  /** Runs the programs. */
  public static void main(String[] arguments) {
    RandomRegression rows = RandomRegression.of(100, 0);
    System.out.println("L2(0.1), " + ITERATIONS + " iterations of gradient descent:");
    System.out.println("  theta " + Arrays.toString(ridge(rows, LEARNING_RATE, ITERATIONS)));
    System.out.println("L1(20), until it settles:");
    System.out.println("  theta " + Arrays.toString(lasso(rows, Sgd.of(0.1), 2000)));
    System.out.println("32 sigmoid units with dropout 0.5, accuracy on 1,000 other rows:");
    System.out.println("  " + thinned(RandomRegression.of(1000, 1), RandomRegression.of(1000, 2)));
    System.out.println("Logistic regression with one relevant feature, error on other rows:");
    for (int features : new int[] {10, 100, OneRelevant.MOST}) {
      OneRelevant.Errors errors = OneRelevant.errors(features, 6);
      System.out.printf(
          Locale.ROOT, "  of %4d: L1 %.3f, L2 %.3f%n", features, errors.l1(), errors.l2());
    }
  }

  /** Returns the weights after iterations of gradient descent from 0 on the L2 objective. */
  static float[] ridge(RandomRegression rows, double learningRate, int iterations) {
    RidgeTrainer trainer = RidgeTrainer.create(0);
    trainer.fit(rows.regression(), batchDescent(Sgd.of(learningRate), iterations));
    return trainer.parameter("theta.weights");
  }

  /** Returns the weights after iterations on the L1 objective. */
  static float[] lasso(RandomRegression rows, Optimizer optimizer, int iterations) {
    LassoTrainer trainer = LassoTrainer.create(0);
    trainer.fit(rows.regression(), batchDescent(optimizer, iterations));
    return trainer.parameter("theta.weights");
  }

  /** Returns the accuracy, on rows it has not seen, of a network trained with dropout. */
  static double thinned(RandomRegression seen, RandomRegression unseen) {
    ThinnedTrainer trainer = ThinnedTrainer.create(0);
    trainer.fit(seen.signs(), Training.epochs(100).batchSize(32).optimizer(Adam.of(LEARNING_RATE)));
    return Evaluation.of(trainer.model(), unseen.signs()).metrics().get("accuracy");
  }

  private static Training batchDescent(Optimizer optimizer, int iterations) {
    return Training.epochs(iterations).fullBatch().optimizer(optimizer).metrics(false);
  }
}
