package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.function.ToDoubleFunction;

/** A metric of the order that scores put rows into: the mean over the outputs that have a value. */
abstract class RankMetric implements Metric {
  private final LogitRanks ranks;
  private final ToDoubleFunction<RankedRows> measure;

  RankMetric(NetworkDescription network, ToDoubleFunction<RankedRows> measure) {
    this.ranks = new LogitRanks(network);
    this.measure = measure;
  }

  @Override
  public final void add(Dataset rows, int row, float[] logits, int from) {
    ranks.add(rows, row, logits, from);
  }

  @Override
  public final double value() {
    return ProbabilityMeasures.meanOfExisting(
        ranks.ranked().stream().mapToDouble(measure).boxed().toList());
  }

  @Override
  public final Direction direction() {
    return Direction.RISES;
  }
}
