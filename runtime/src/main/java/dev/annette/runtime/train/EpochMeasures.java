package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import java.util.TreeMap;

/**
 * What is measured at the end of an epoch.
 *
 * @param trainer the trainer, of which validation takes a snapshot
 * @param validation the rows to validate with; null if there are none
 * @param metrics whether more than the loss is measured on them
 */
record EpochMeasures(NetworkTrainer<?> trainer, Dataset validation, boolean metrics) {

  /** Returns the record of an epoch with this data loss. */
  EpochRecord record(int epoch, double dataLoss) {
    double penalty = trainer.penalty();
    if (validation == null) {
      return new EpochRecord(epoch, dataLoss, penalty, Double.NaN, new TreeMap<>());
    }
    throw new UnsupportedOperationException("validation is not there yet");
  }
}
