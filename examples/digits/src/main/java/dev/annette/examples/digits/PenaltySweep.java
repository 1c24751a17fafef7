package dev.annette.examples.digits;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.Locale;

/** What an L2 penalty does when it is too weak, right, and too strong: one half of the digits. */
public final class PenaltySweep {
  private PenaltySweep() {}

  /** 64 hidden units; λ is the alpha of scikit-learn's MLPClassifier. */
  @Network(input = 64, loss = Loss.CROSS_ENTROPY, scaling = PenaltyScaling.SKLEARN_MLP)
  static class Swept {
    @Dense(units = 64, activation = RELU)
    @L2(0.1)
    Layer hidden;

    @Dense(units = 10)
    @L2(0.1)
    Layer output;
  }

  /**
   * What a penalty came to.
   *
   * @param train the share of the rows it learned from that it reads right
   * @param test the share of the other half
   * @param norm ‖W‖₂ of all weights
   */
  record Outcome(double train, double test, double norm) {}

  /** Prints a line for every strength. */
  public static void main(String[] arguments) throws IOException {
    for (double alpha : new double[] {0, 1e-4, 0.01, 0.1, 1, 3, 10}) {
      Outcome outcome = outcome(alpha, 0);
      System.out.printf(
          Locale.ROOT,
          "alpha %-6s train %.4f  test %.4f  norm %.2f%n",
          alpha,
          outcome.train(),
          outcome.test(),
          outcome.norm());
    }
  }

  /** Trains with a strength, from a seed. */
  static Outcome outcome(double alpha, long seed) throws IOException {
    Dataset.Split halves = scaled(DigitsJob.digits()).stratifiedSplit(0.5, 0);
    PenaltySweep_SweptTrainer trainer = PenaltySweep_SweptTrainer.create(seed);
    trainer.fit(
        halves.train(),
        Training.epochs(150)
            .batchSize(64)
            .optimizer(Adam.of(0.001))
            .threads(1)
            .metrics(false)
            .l2("hidden", alpha)
            .l2("output", alpha));
    double squares = 0;
    for (String layer : new String[] {"hidden.weights", "output.weights"}) {
      for (float weight : trainer.parameter(layer)) {
        squares += weight * weight;
      }
    }
    PenaltySweep_SweptModel model = trainer.model();
    return new Outcome(
        accuracy(model, halves.train()), accuracy(model, halves.validation()), Math.sqrt(squares));
  }

  private static double accuracy(PenaltySweep_SweptModel model, Dataset rows) {
    return Evaluation.of(model, rows).metrics().get("accuracy");
  }

  /** Returns the rows with pixels from 0 to 1. */
  private static Dataset scaled(Dataset digits) {
    float[][] pixels = new float[digits.rows()][];
    int[] labels = new int[digits.rows()];
    for (int row = 0; row < labels.length; row++) {
      pixels[row] = digits.row(row);
      for (int i = 0; i < pixels[row].length; i++) {
        pixels[row][i] /= 16;
      }
      labels[row] = digits.label(row);
    }
    return Dataset.ofClasses(pixels, labels);
  }
}
