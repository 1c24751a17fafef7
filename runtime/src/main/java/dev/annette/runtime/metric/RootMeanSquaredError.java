package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/** The root of the mean of {@code (output − target)²} over rows; of several outputs the mean. */
public final class RootMeanSquaredError implements Metric {
  private final NumberAnswers answers;

  /** Starts with no rows. */
  public RootMeanSquaredError(NetworkDescription network) {
    answers = new NumberAnswers(OutputNames.of(network));
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    answers.add(rows, row, logits, from);
  }

  @Override
  public double value() {
    return answers.measures().rmse();
  }

  @Override
  public Direction direction() {
    return Direction.FALLS;
  }
}
