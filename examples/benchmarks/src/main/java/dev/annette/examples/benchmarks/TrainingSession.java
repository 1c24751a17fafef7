package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.NetworkTrainer;

/** Training steps from batches that lie in memory. */
final class TrainingSession implements Session {
  private final NetworkTrainer<?> trainer;
  private final Batch[] batches;
  private final int outputs;

  TrainingSession(NetworkTrainer<?> trainer, Task task) {
    this.trainer = trainer;
    outputs = task.perceptron().outputs();
    batches = new Batch[task.batches()];
    for (int b = 0; b < batches.length; b++) {
      float[] features = task.features(b);
      Dataset rows =
          task.perceptron().classes()
              ? Dataset.ofClasses(features, task.rows(), task.classes(b))
              : Dataset.ofValues(features, task.rows(), task.targets(b));
      batches[b] = rows.toBatch();
    }
  }

  @Override
  public void run(int batch) {
    trainer.step(batches[batch]);
  }

  @Override
  public double loss(int batch) {
    return trainer.step(batches[batch]);
  }

  @Override
  public float[] predict(float[] features, int rows) {
    float[] predicted = new float[rows * outputs];
    trainer.model().predictor().predict(features, rows, predicted);
    return predicted;
  }
}
