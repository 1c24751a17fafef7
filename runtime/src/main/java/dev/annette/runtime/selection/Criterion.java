package dev.annette.runtime.selection;

import java.util.Comparator;
import java.util.List;

/**
 * What makes one trial better than another.
 *
 * @param metric the number that counts; empty for the validation loss
 * @param rises whether more of it is better
 */
record Criterion(String metric, boolean rises) {
  static final Criterion LOSS = new Criterion("", false);

  /**
   * Returns the number that counts.
   *
   * @throws IllegalArgumentException if it is not measured
   */
  Estimate of(Scores scores) {
    Estimate estimate = metric.isEmpty() ? scores.validationLoss() : scores.metrics().get(metric);
    if (estimate == null) {
      throw new IllegalArgumentException(
          "Nothing measures %s. There are %s."
              .formatted(metric, String.join(", ", scores.metrics().keySet())));
    }
    return estimate;
  }

  /** Returns the trials, best first; of equal ones the first; those without a number last. */
  List<Trial> ranked(List<Trial> trials) {
    return trials.stream().sorted(Comparator.comparingDouble(this::cost)).toList();
  }

  /** Returns what is small for a good trial; NaN, which is sorted last, if it has no number. */
  private double cost(Trial trial) {
    double mean = trial.outcome().scores().map(scores -> of(scores).mean()).orElse(Double.NaN);
    return rises ? -mean : mean;
  }
}
