package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The average precision of yes, {@code Σ (recall[i] − recall[i − 1]) · precision[i]} over falling
 * thresholds; of several answers the mean. Keeps the scores of all rows.
 */
public final class AveragePrecision implements Metric {
  private final LogitRanks ranks;

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the network does not answer yes or no: neither a binary
   *     cross-entropy nor two classes
   */
  public AveragePrecision(NetworkDescription network) {
    OutputKind.YES_OR_NO.require(network, "average precision");
    ranks = new LogitRanks(network);
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    ranks.add(rows, row, logits, from);
  }

  /** Returns the average precision; NaN if no row is yes. */
  @Override
  public double value() {
    return ProbabilityMeasures.meanOfAreas(
        ranks.ranked().stream().map(RankedRows::averagePrecision).toList());
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }
}
