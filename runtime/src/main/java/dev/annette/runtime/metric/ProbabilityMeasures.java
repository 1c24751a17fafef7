package dev.annette.runtime.metric;

import java.util.List;
import java.util.Optional;

/**
 * How good the probabilities of classes are, whatever is answered.
 *
 * @param logLoss the mean of {@code −log p} of the class that a row is of: the cross-entropy
 * @param brier the mean of {@code Σ (p − y)²} over the classes, where y is 1 for the class of a row
 *     and 0 for others; half of it for two classes (Brier 1950)
 * @param rocAucs the area under the ROC curve of each class against the others, by index; NaN for a
 *     class that no row, or every row, is of
 * @param calibration whether probabilities mean what they say
 * @param ranking the curves for two classes, of which the second is yes; empty for more
 */
public record ProbabilityMeasures(
    double logLoss,
    double brier,
    List<Double> rocAucs,
    Calibration calibration,
    Optional<Ranking> ranking) {

  /** Copies the list. */
  public ProbabilityMeasures {
    rocAucs = List.copyOf(rocAucs);
  }

  /**
   * Returns the area under the ROC curve; of more than two classes the mean over those that have
   * one, each of which counts the same. NaN if none has.
   */
  public double rocAuc() {
    return meanOfExisting(rocAucs);
  }

  static double meanOfExisting(List<Double> values) {
    return values.stream()
        .filter(value -> !value.isNaN())
        .mapToDouble(value -> value)
        .average()
        .orElse(Double.NaN);
  }
}
