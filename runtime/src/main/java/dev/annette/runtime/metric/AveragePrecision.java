package dev.annette.runtime.metric;

import dev.annette.runtime.model.NetworkDescription;

/**
 * The average precision of yes, {@code Σ (recall[i] − recall[i − 1]) · precision[i]} over falling
 * thresholds; of several answers the mean over those that have one; NaN if no row is yes. Keeps the
 * scores of all rows.
 */
public final class AveragePrecision extends RankMetric {

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the network does not answer yes or no: neither a binary
   *     cross-entropy nor two classes
   */
  public AveragePrecision(NetworkDescription network) {
    super(OutputKind.YES_OR_NO.require(network, "average precision"), RankedRows::averagePrecision);
  }
}
