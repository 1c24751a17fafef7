package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The area under the ROC curve: how probable it is that a row that is yes has a higher score than
 * one that is no. Of more than two classes each against the others, of several answers each by
 * itself, and then the mean over those that have an area. Keeps the scores of all rows.
 */
public final class RocAuc implements Metric {
  private final LogitRanks ranks;

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the loss is no cross-entropy
   */
  public RocAuc(NetworkDescription network) {
    OutputKind.PROBABILITIES.require(network, "the area under the ROC curve");
    ranks = new LogitRanks(network);
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    ranks.add(rows, row, logits, from);
  }

  /** Returns the area; NaN if no output has rows of both kinds. */
  @Override
  public double value() {
    return ProbabilityMeasures.meanOfAreas(
        ranks.ranked().stream().map(RankedRows::rocArea).toList());
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }
}
