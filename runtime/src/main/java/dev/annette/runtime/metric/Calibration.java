package dev.annette.runtime.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: of the rows answered with 80 %, 80 % should be right.
 * For yes or no it is the probability of yes against the share that is yes; for several classes the
 * probability of the answer against the share that is right (Guo et al. 2017).
 *
 * @param bins ten equal ranges of the probability, rising, without those that no row falls into
 * @param expectedError the expected calibration error: the mean distance of share and probability
 *     over the bins, each of which counts what its rows do; NaN without rows
 */
public record Calibration(List<Bin> bins, double expectedError) {
  static final int BINS = 10;

  /**
   * The rows whose probability is in a range.
   *
   * @param from the lower end, which belongs to the bin below; 0 belongs to the first
   * @param to the upper end
   * @param probability the mean probability of the rows
   * @param share the share of the rows that is yes, or whose answer is right
   * @param weight the sum of their weights
   */
  public record Bin(double from, double to, double probability, double share, double weight) {}

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /** The bins while rows come in. */
  static final class Rows {
    private final WeightedMean[] probabilities = new WeightedMean[BINS];
    private final WeightedMean[] shares = new WeightedMean[BINS];

    Rows() {
      for (int i = 0; i < BINS; i++) {
        probabilities[i] = new WeightedMean();
        shares[i] = new WeightedMean();
      }
    }

    /** Adds a row with this probability; share is 1 if it is yes, or right. */
    void add(double probability, double share, double weight) {
      int bin = Math.max(0, (int) Math.ceil(probability * BINS) - 1);
      probabilities[bin].add(probability, weight);
      shares[bin].add(share, weight);
    }

    Calibration calibration() {
      List<Bin> bins = new ArrayList<>();
      WeightedMean error = new WeightedMean();
      for (int i = 0; i < BINS; i++) {
        double weight = shares[i].weight();
        if (weight > 0) {
          double probability = probabilities[i].value();
          double share = shares[i].value();
          bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, probability, share, weight));
          error.add(Math.abs(share - probability), weight);
        }
      }
      return new Calibration(bins, error.value());
    }
  }
}
