package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/**
 * A number about the outputs of a model on rows, which are added one by one.
 *
 * <p>A metric of one's own is measured by {@code Training.metric(name, supplier)} after every epoch
 * and by {@link Evaluation#of(dev.annette.runtime.model.NetworkModel, Dataset, java.util.Map)}
 * once.
 *
 * <pre>{@code
 * class MeanOverestimate implements Metric {
 *   private double sum;
 *   private double weights;
 *
 *   @Override
 *   public void add(Dataset rows, int row, float[] logits, int from) {
 *     sum += rows.weight(row) * Math.max(0, logits[from] - rows.target(row, 0));
 *     weights += rows.weight(row);
 *   }
 *
 *   @Override
 *   public double value() {
 *     return sum / weights;
 *   }
 *
 *   @Override
 *   public Direction direction() {
 *     return Direction.FALLS;
 *   }
 * }
 * }</pre>
 */
public interface Metric extends OutputReader {

  /** Returns the number for the rows added so far; NaN before the first. */
  double value();

  /**
   * Returns which way the number improves, so that early stopping and reductions on plateaus can
   * watch it without a {@code Mode}.
   */
  default Direction direction() {
    return Direction.UNKNOWN;
  }
}
