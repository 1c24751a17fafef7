package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The mean loss of rows, without penalties, in double precision from {@link Loss} or the custom
 * loss: {@code Σ wᵢ·lossᵢ / Σ wᵢ}.
 */
public final class DataLoss implements Metric {
  private final NetworkDescription network;
  private final Loss loss;
  private final int outputs;
  private final WeightedMean mean = new WeightedMean();

  /** Starts with no rows. */
  public DataLoss(NetworkDescription network) {
    this.network = network;
    this.loss = network.loss();
    this.outputs = network.outputs();
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    if (loss == Loss.CUSTOM) {
      mean.add(custom(rows, row, logits, from), rows.weight(row));
      return;
    }
    double shift = loss == Loss.CROSS_ENTROPY ? Scores.logSumExp(logits, from, outputs) : 0;
    double sum = 0;
    for (int i = 0; i < outputs; i++) {
      double target = Scores.target(rows, row, i);
      sum += loss.value(logits[from + i] - shift, target, network.delta());
    }
    mean.add(loss.averagesOutputs() ? sum / outputs : sum, rows.weight(row));
  }

  private double custom(Dataset rows, int row, float[] logits, int from) {
    double[] values = new double[outputs];
    double[] targets = new double[outputs];
    for (int i = 0; i < outputs; i++) {
      values[i] = logits[from + i];
      targets[i] = Scores.target(rows, row, i);
    }
    return network.lossFunction().value(values, targets);
  }

  @Override
  public double value() {
    return mean.value();
  }

  @Override
  public Direction direction() {
    return Direction.FALLS;
  }
}
