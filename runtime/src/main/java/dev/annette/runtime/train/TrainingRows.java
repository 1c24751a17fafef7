package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The rows of a run.
 *
 * @param train the rows that updates learn from, their weights scaled to mean 1
 * @param validation the rows that are only measured; null if there are none
 */
record TrainingRows(Dataset train, Dataset validation) {

  /** Returns the parts of a dataset that the options ask for, checked for the network. */
  static TrainingRows of(
      Dataset rows, RunOptions options, NetworkDescription description, long seed) {
    Dataset validation = options.validation;
    if (validation != null) {
      validation.check(description);
      return new TrainingRows(rows.withMeanWeightOne(), validation);
    }
    double share = options.validationShare;
    if (share == 0) {
      return new TrainingRows(rows.withMeanWeightOne(), null);
    }
    Dataset.Split split =
        rows.hasClasses() ? rows.stratifiedSplit(share, seed) : rows.split(share, seed);
    return new TrainingRows(split.train().withMeanWeightOne(), split.validation());
  }
}
