package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/** The mean of {@code (output − target)²} over outputs and rows. */
public final class MeanSquaredError implements Metric {
  private final WeightedMean mean = new WeightedMean();

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    for (int i = 0; i < rows.targetWidth(); i++) {
      double error = (double) logits[from + i] - rows.target(row, i);
      mean.add(error * error, rows.weight(row));
    }
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
