package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;

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
      requireCounting(validation);
      requireSameClasses(rows.classNames(), validation.classNames());
      return new TrainingRows(rows.withMeanWeightOne(), validation);
    }
    double share = options.validationShare;
    if (share == 0) {
      return new TrainingRows(rows.withMeanWeightOne(), null);
    }
    Dataset.Split split =
        rows.hasClasses() ? rows.stratifiedSplit(share, seed) : rows.split(share, seed);
    requireCounting(split.validation());
    return new TrainingRows(split.train().withMeanWeightOne(), split.validation());
  }

  private static void requireCounting(Dataset validation) {
    if (!validation.counts()) {
      throw new IllegalArgumentException(
          "the weights of the %d validation rows are all 0; at least one must count"
              .formatted(validation.rows()));
    }
  }

  /** Requires that the same number names the same class, as far as both have names. */
  private static void requireSameClasses(List<String> train, List<String> validation) {
    int both = Math.min(train.size(), validation.size());
    if (!train.subList(0, both).equals(validation.subList(0, both))) {
      throw new IllegalArgumentException(
          ("the training rows number their classes %s, but the validation rows %s, so that the same"
                  + " number means different classes: read both with the same list,"
                  + " label(column, classes)")
              .formatted(train, validation));
    }
  }
}
