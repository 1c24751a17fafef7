package dev.annette.examples.benchmarks;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Work with a network of 256 inputs and 10 outputs, to be timed: updates or predictions. */
interface Work {
  /** Rows of an update. */
  int BATCH = 64;

  int INPUTS = 256;
  int CLASSES = 10;

  /** Does some of it and returns how many times. */
  int run();

  /** Returns updates by single steps. */
  static Work steps(NetworkTrainer<?> trainer, UnaryOperator<Training> options) {
    return steps(trainer, BATCH, options);
  }

  /** Returns the same by steps of this many rows. */
  static Work steps(NetworkTrainer<?> trainer, int rows, UnaryOperator<Training> options) {
    Batch[] batches = new Batch[16];
    for (int i = 0; i < batches.length; i++) {
      batches[i] = rows(trainer, rows, i).toBatch();
    }
    Training online = Training.online().examples(60_000).optimizer(Adam.of(0.001)).threads(1);
    trainer.prepare(options.apply(online));
    return () -> {
      for (Batch batch : batches) {
        if (!Double.isFinite(trainer.step(batch))) {
          throw new IllegalStateException("the loss is not finite");
        }
      }
      return batches.length;
    };
  }

  /** Returns updates by whole runs of 8 epochs of 16 updates, for what acts on a run. */
  static Work runs(NetworkTrainer<?> trainer, UnaryOperator<Training> options) {
    Dataset rows = rows(trainer, 16 * BATCH, 0);
    Training run = Training.epochs(8).batchSize(BATCH).optimizer(Adam.of(0.001)).threads(1);
    Training training = options.apply(run);
    return () -> {
      trainer.fit(rows, training);
      return 8 * 16;
    };
  }

  /** Returns predictions of a batch of rows. */
  static Work predictions(NetworkModel model, int rows) {
    Predictor predictor = model.predictor();
    float[] features = features(rows * INPUTS, 1);
    float[] outputs = new float[rows * CLASSES];
    return () -> {
      for (int i = 0; i < 100; i++) {
        predictor.predict(features, rows, outputs);
      }
      return 100;
    };
  }

  /** Returns predictions of a batch of rows with the noise of training. */
  static Work samples(NetworkTrainer<?> trainer) {
    trainer.prepare(Training.online().examples(60_000).threads(1));
    Dataset rows = rows(trainer, BATCH, 1);
    return () -> {
      trainer.predictMonteCarlo(rows, 100, 1);
      return 100;
    };
  }

  /** Returns random rows with random classes, or numbers for a network without classes. */
  static Dataset rows(NetworkTrainer<?> trainer, int count, long seed) {
    float[] features = features(count * trainer.description().inputSize(), seed);
    Random random = new Random(seed);
    if (trainer.description().outputsAreClasses()) {
      return Dataset.ofClasses(features, count, random.ints(count, 0, CLASSES).toArray());
    }
    float[] targets = new float[count * CLASSES];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) random.nextGaussian();
    }
    return Dataset.ofValues(features, count, targets);
  }

  private static float[] features(int count, long seed) {
    Random random = new Random(seed);
    float[] features = new float[count];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return features;
  }
}
