package dev.annette.runtime.uncertainty;

import dev.annette.Loss;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Arrays;

/**
 * The samples of a Monte Carlo prediction, and what they say of each row: how far they scatter, and
 * for classes how much of that is ignorance.
 *
 * <p>All sums are in double precision, over the samples in ascending order.
 */
public final class MonteCarloPrediction {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final Loss loss;
  private final int rows;
  private final int samples;
  private final int outputs;
  private final float[] drawn; // [rows, samples, outputs]

  MonteCarloPrediction(NetworkDescription network, int rows, int samples) {
    if (rows < 1) {
      throw new IllegalArgumentException(network.network() + ": there is no row to predict");
    }
    if (samples < 2) {
      throw new IllegalArgumentException(
          "samples is "
              + samples
              + ": the scatter of a row is measured between its samples, so it must be at least"
              + " 2.");
    }
    this.loss = network.loss();
    this.rows = rows;
    this.samples = samples;
    this.outputs = network.outputs();
    if ((long) rows * samples > LARGEST / outputs) {
      throw new IllegalArgumentException(
          ("%d samples of %d rows of %d outputs do not fit in one array of at most %d numbers;"
                  + " predict fewer rows at once")
              .formatted(samples, rows, outputs, LARGEST));
    }
    this.drawn = new float[rows * samples * outputs];
  }

  /** Takes one sample of consecutive rows, {@code [≥ count, outputs]}. */
  void put(int firstRow, int count, int sample, float[] values) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, i * outputs, drawn, index(firstRow + i, sample, 0), outputs);
    }
  }

  private int index(int row, int sample, int output) {
    return (row * samples + sample) * outputs + output;
  }

  /** Returns how many rows were predicted. */
  public int rows() {
    return rows;
  }

  /** Returns how many predictions each row has. */
  public int samples() {
    return samples;
  }

  /** Returns how many outputs a row has. */
  public int outputs() {
    return outputs;
  }

  /** Returns one output of one prediction: a probability for a cross-entropy, else a number. */
  public float sample(int row, int sample, int output) {
    return drawn[index(row, sample, output)];
  }

  /** Returns the mean of an output over the samples: the Monte Carlo prediction. */
  public double mean(int row, int output) {
    double sum = 0;
    for (int s = 0; s < samples; s++) {
      sum += sample(row, s, output);
    }
    return sum / samples;
  }

  /** Returns how far the samples of an output scatter: {@code √(Σ(y − mean)² / (samples − 1))}. */
  public double standardDeviation(int row, int output) {
    double mean = mean(row, output);
    double sum = 0;
    for (int s = 0; s < samples; s++) {
      double deviation = sample(row, s, output) - mean;
      sum += deviation * deviation;
    }
    return Math.sqrt(sum / (samples - 1));
  }

  /**
   * Returns the number that a share of the samples of an output lies below, between two samples by
   * linear interpolation (type 7 of Hyndman and Fan 1996, the default of NumPy and R).
   *
   * @param share from 0, the smallest sample, to 1, the largest
   * @throws IllegalArgumentException if the share is out of range
   */
  public double quantile(int row, int output, double share) {
    return quantiles(row, output, share)[0];
  }

  /**
   * Returns several {@link #quantile}s of an output.
   *
   * @param shares each from 0 to 1
   * @return {@code [shares]}
   * @throws IllegalArgumentException if a share is out of range
   */
  public double[] quantiles(int row, int output, double... shares) {
    float[] sorted = new float[samples];
    for (int s = 0; s < samples; s++) {
      sorted[s] = sample(row, s, output);
    }
    Arrays.sort(sorted);
    double[] quantiles = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      requireShare(shares[i]);
      double place = shares[i] * (samples - 1);
      int below = (int) place;
      int above = Math.min(below + 1, samples - 1);
      quantiles[i] = sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }
    return quantiles;
  }

  /**
   * Returns the interval that the middle share of the samples of an output lies in, between its two
   * {@link #quantile}s. It says how far the network is from sure of its answer; how far single
   * cases scatter around an answer is not in it.
   *
   * @param share from 0, the median alone, to 1, all samples
   * @throws IllegalArgumentException if the share is out of range
   */
  public Interval interval(int row, int output, double share) {
    NumberRule rule = NumberRule.INTERVAL;
    if (!rule.allows(share)) {
      throw new IllegalArgumentException(
          "the interval holds "
              + NumberRule.number(share)
              + ": "
              + rule.clause()
              + "."
              + rule.suggestion(share));
    }
    double[] ends = quantiles(row, output, (1 - share) / 2, (1 + share) / 2);
    return new Interval(ends[0], ends[1]);
  }

  private static void requireShare(double share) {
    NumberRule rule = NumberRule.QUANTILE;
    if (!rule.allows(share)) {
      throw new IllegalArgumentException(
          "the quantile is "
              + NumberRule.number(share)
              + ": "
              + rule.clause()
              + "."
              + rule.suggestion(share));
    }
  }

  /**
   * Returns how uncertain the class of a row is, or the answer of a single yes or no.
   *
   * @throws IllegalStateException if the outputs are no probabilities of one choice
   */
  public Entropy entropy(int row) {
    if (loss == Loss.CROSS_ENTROPY) {
      return Entropy.ofClasses(this, row);
    }
    if (loss == Loss.BINARY_CROSS_ENTROPY && outputs == 1) {
      return Entropy.ofAnswer(this, row, 0);
    }
    throw new IllegalStateException(
        loss == Loss.BINARY_CROSS_ENTROPY
            ? "a row answers " + outputs + " questions; ask entropy(row, output) for one of them"
            : noClasses());
  }

  /**
   * Returns how uncertain one of several yes-or-no answers of a row is.
   *
   * @throws IllegalStateException if the outputs are not answers of yes or no
   */
  public Entropy entropy(int row, int output) {
    if (loss == Loss.BINARY_CROSS_ENTROPY) {
      return Entropy.ofAnswer(this, row, output);
    }
    throw new IllegalStateException(
        loss == Loss.CROSS_ENTROPY
            ? "the outputs of a row are one choice among classes; ask entropy(row)"
            : noClasses());
  }

  private static String noClasses() {
    return "entropy belongs to classes, and these outputs are numbers; ask standardDeviation or"
        + " quantile";
  }
}
