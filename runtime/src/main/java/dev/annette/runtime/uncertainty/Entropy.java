package dev.annette.runtime.uncertainty;

/**
 * How uncertain a choice is, in nats, and how much of that the noise accounts for (Houlsby et al.
 * 2011; Gal, Islam and Ghahramani 2017).
 *
 * @param predictive the entropy {@code −Σ p̄·log p̄} of the mean probabilities: all uncertainty
 * @param expected the mean entropy of the samples: what is uncertain although each sample is
 *     trusted, such as a digit that could be read either way
 */
public record Entropy(double predictive, double expected) {
  /** Returns the entropy of the choice among all outputs of a row. */
  static Entropy ofClasses(MonteCarloPrediction of, int row) {
    double predictive = 0;
    double sum = 0;
    for (int output = 0; output < of.outputs(); output++) {
      predictive += term(of.mean(row, output));
    }
    for (int sample = 0; sample < of.samples(); sample++) {
      for (int output = 0; output < of.outputs(); output++) {
        sum += term(of.sample(row, sample, output));
      }
    }
    return new Entropy(predictive, sum / of.samples());
  }

  /** Returns the entropy of the choice between yes, which is an output, and no. */
  static Entropy ofAnswer(MonteCarloPrediction of, int row, int output) {
    double mean = of.mean(row, output);
    double sum = 0;
    for (int sample = 0; sample < of.samples(); sample++) {
      double yes = of.sample(row, sample, output);
      sum += term(yes) + term(1 - yes);
    }
    return new Entropy(term(mean) + term(1 - mean), sum / of.samples());
  }

  /**
   * Returns the mutual information of choice and noise, {@code predictive − expected}: what the
   * network does not know, and more examples like the row could teach it. The rows with most of it
   * are the ones to label next (BALD).
   */
  public double mutualInformation() {
    return Math.max(0, predictive - expected);
  }

  private static double term(double probability) {
    return probability == 0 ? 0 : -probability * StrictMath.log(probability);
  }
}
