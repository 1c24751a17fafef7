package dev.annette.runtime.metric;

import dev.annette.runtime.model.NetworkDescription;

/**
 * The area under the ROC curve: how probable it is that a row that is yes has a higher score than
 * one that is no. Of more than two classes each against the others, of several answers each by
 * itself, and then the mean over those that have an area; NaN if no output has rows of both kinds.
 * Keeps the scores of all rows.
 */
public final class RocAuc extends RankMetric {

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the loss is no cross-entropy
   */
  public RocAuc(NetworkDescription network) {
    super(
        OutputKind.PROBABILITIES.require(network, "the area under the ROC curve"),
        RankedRows::rocArea);
  }
}
