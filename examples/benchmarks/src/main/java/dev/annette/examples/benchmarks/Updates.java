package dev.annette.examples.benchmarks;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Updates of a network of 256 inputs and 10 classes by 64 random rows each, to be timed. */
interface Updates {
  /** Makes some updates and returns how many. */
  int run();

  /** Returns updates by single steps. */
  static Updates ofSteps(NetworkTrainer<?> trainer, UnaryOperator<Training> options) {
    Batch[] batches = new Batch[16];
    for (int i = 0; i < batches.length; i++) {
      batches[i] = rows(64, i).toBatch();
    }
    trainer.prepare(options.apply(Training.online().examples(60_000)));
    return () -> {
      for (Batch batch : batches) {
        if (!Double.isFinite(trainer.step(batch))) {
          throw new IllegalStateException("the loss is not finite");
        }
      }
      return batches.length;
    };
  }

  /** Returns updates by runs of 8 epochs, for what acts on a run and not on a step. */
  static Updates ofRuns(NetworkTrainer<?> trainer, UnaryOperator<Training> options) {
    Dataset rows = rows(1024, 0);
    Training training = options.apply(Training.epochs(8).batchSize(64));
    return () -> {
      trainer.fit(rows, training);
      return 8 * rows.rows() / 64;
    };
  }

  private static Dataset rows(int count, long seed) {
    Random random = new Random(seed);
    float[][] features = new float[count][256];
    int[] labels = new int[count];
    for (int row = 0; row < count; row++) {
      for (int at = 0; at < features[row].length; at++) {
        features[row][at] = (float) random.nextGaussian();
      }
      labels[row] = random.nextInt(10);
    }
    return Dataset.ofClasses(features, labels);
  }
}
