package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The share of the rows whose class is among the k with the largest scores. Of equal scores the
 * lower index comes first, so that with k = 1 it is the {@link Accuracy}.
 */
public final class TopAccuracy implements Metric {
  private final int k;
  private final int classes;
  private final WeightedMean mean = new WeightedMean();

  /**
   * Starts with no rows.
   *
   * @param k at least 1, at most the number of classes
   * @throws IllegalArgumentException if the network's outputs are no classes, or not as many
   */
  public TopAccuracy(int k, NetworkDescription network) {
    OutputKind.CLASSES.require(network, "top-k accuracy");
    requireClasses(k, network.outputs());
    this.k = k;
    this.classes = network.outputs();
  }

  static void requireClasses(int k, int classes) {
    if (k < 1 || k > classes) {
      throw new IllegalArgumentException(
          "k is %d: of %d classes the best 1 to %d can be looked at"
              .formatted(k, classes, classes));
    }
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    int place = Scores.place(logits, from, classes, Scores.actual(rows, row));
    mean.add(place < k ? 1 : 0, rows.weight(row));
  }

  @Override
  public double value() {
    return mean.value();
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }
}
