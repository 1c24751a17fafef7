package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import java.util.List;

/**
 * The running statistics of averaged weights, which are not the average of statistics: those of all
 * training rows, batch by batch, each counting the same. PyTorch's {@code update_bn}.
 */
final class AveragedStatistics {
  private final NetworkTrainer<?> trainer;
  private final Batches batches;
  private final List<Hyperparameter> momenta;
  private final float[] unused;

  /**
   * Prepares a trainer whose average measures statistics.
   *
   * @param batches the training rows
   */
  AveragedStatistics(NetworkTrainer<?> trainer, Batches batches) {
    this.trainer = trainer;
    this.batches = batches;
    momenta =
        trainer.state().hyperparameters().stream()
            .filter(Hyperparameter::isMomentumOfStatistics)
            .toList();
    unused = new float[trainer.parameterCount()];
  }

  /** Measures them for the average as it is. */
  void measure() {
    TrainingState state = trainer.state();
    double[] declared = momenta.stream().mapToDouble(Hyperparameter::value).toArray();
    try {
      state.parameters().average().measureStatistics(() -> state.followStatistics(this::passOver));
    } finally {
      for (int i = 0; i < declared.length; i++) {
        momenta.get(i).override(declared[i]);
      }
    }
  }

  private void passOver(Runnable afterBatch) {
    int counted = 0;
    for (Batch batch : batches.epoch(0)) {
      double momentum = counted / (counted + 1.0);
      momenta.forEach(one -> one.override(momentum));
      trainer.gradients(batch, unused); // a last batch of one row moves nothing
      afterBatch.run();
      counted++;
    }
  }
}
