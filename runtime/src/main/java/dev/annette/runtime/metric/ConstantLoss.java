package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/**
 * The data loss of answering every row with the mean target, or with the shares of the classes:
 * what a network has to beat.
 */
public final class ConstantLoss {
  private ConstantLoss() {}

  /** Returns the loss, without penalties. */
  public static double of(NetworkDescription network, Dataset rows) {
    if (network.loss() == Loss.CUSTOM) {
      return Double.NaN;
    }
    double[] means = means(rows, network.outputs());
    double sum = 0;
    for (int output = 0; output < means.length; output++) {
      sum += of(network, rows, output, means[output]);
    }
    return network.loss().averagesOutputs() ? sum / means.length : sum;
  }

  private static double[] means(Dataset rows, int outputs) {
    double[] sums = new double[outputs];
    double weights = 0;
    for (int row = 0; row < rows.rows(); row++) {
      weights += rows.weight(row);
      if (rows.hasClasses()) {
        sums[rows.label(row)] += rows.weight(row);
      } else {
        for (int output = 0; output < outputs; output++) {
          sums[output] += rows.weight(row) * rows.target(row, output);
        }
      }
    }
    for (int output = 0; output < outputs; output++) {
      sums[output] /= weights;
    }
    return sums;
  }

  private static double of(NetworkDescription network, Dataset rows, int output, double mean) {
    Loss loss = network.loss();
    if (loss == Loss.CROSS_ENTROPY) {
      return surprise(mean);
    }
    if (loss == Loss.BINARY_CROSS_ENTROPY) {
      return surprise(mean) + surprise(1 - mean);
    }
    WeightedMean losses = new WeightedMean();
    for (int row = 0; row < rows.rows(); row++) {
      losses.add(loss.value(mean, rows.target(row, output), network.delta()), rows.weight(row));
    }
    return losses.value();
  }

  /** Returns {@code −p·log p}. */
  private static double surprise(double share) {
    return share > 0 ? -share * Math.log(share) : 0;
  }
}
