package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The share of right answers. For classes an answer is the class with the largest score. For a
 * binary cross-entropy every output is an answer: yes if its probability is at least 0.5, as the
 * model answers, which is right if the target is above 0.5.
 */
public final class Accuracy implements Metric {
  private final boolean classes;
  private final int outputs;
  private final WeightedMean mean = new WeightedMean();

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the network's outputs are numbers: its loss is no
   *     cross-entropy, and no custom loss of classes
   */
  public Accuracy(NetworkDescription network) {
    OutputKind.ANSWERS.require(network, "accuracy");
    this.classes = network.outputsAreClasses();
    this.outputs = network.outputs();
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    double weight = rows.weight(row);
    if (classes) {
      boolean right = Scores.largest(logits, from, outputs) == Scores.actual(rows, row);
      mean.add(right ? 1 : 0, weight);
      return;
    }
    for (int i = 0; i < outputs; i++) {
      boolean right = Scores.answersYes(logits[from + i]) == Scores.isYes(rows, row, i);
      mean.add(right ? 1 : 0, weight);
    }
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
