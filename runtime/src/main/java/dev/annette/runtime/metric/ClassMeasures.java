package dev.annette.runtime.metric;

import java.util.List;
import java.util.Optional;

/**
 * How well a network tells classes apart. Yes or no are two classes: no, index 0, and yes, index 1.
 *
 * @param confusion which class was taken for which
 * @param topAccuracies {@code [classes]}: the share of the rows whose class is among the k with the
 *     largest scores, from k = 1, the accuracy; of equal scores the lower index comes first
 * @param probabilities how good the probabilities are; empty for a custom loss, whose scores are
 *     none
 */
public record ClassMeasures(
    ConfusionMatrix confusion,
    List<Double> topAccuracies,
    Optional<ProbabilityMeasures> probabilities)
    implements Measures {

  /** Copies the list. */
  public ClassMeasures {
    topAccuracies = List.copyOf(topAccuracies);
  }

  /** Returns the share of right answers. */
  public double accuracy() {
    return confusion.value();
  }

  /**
   * Returns the share of the rows whose class is among the k with the largest scores.
   *
   * @throws IllegalArgumentException if there are no k classes
   */
  public double topAccuracy(int k) {
    TopAccuracy.requireClasses(k, topAccuracies.size());
    return topAccuracies.get(k - 1);
  }

  /** Returns the names of the classes, by index. */
  public List<String> names() {
    return confusion.names();
  }

  /** Returns how well a class is told from the others. */
  public ClassScores scores(int label) {
    return confusion.scores(label);
  }

  /** Returns the mean over classes, each of which counts the same. */
  public ClassScores macro() {
    return confusion.macro();
  }

  /** Returns the mean over classes, each of which counts as many rows as are of it. */
  public ClassScores weighted() {
    return confusion.weighted();
  }

  /**
   * Returns the ROC and precision-recall curves of two classes, of which the second is yes.
   *
   * @throws IllegalStateException if there are more classes, or no probabilities
   */
  public Ranking ranking() {
    return probabilities
        .flatMap(ProbabilityMeasures::ranking)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Curves and thresholds need the probabilities of two classes; here are %d, %s probabilities."
                        .formatted(
                            names().size(), probabilities.isPresent() ? "with" : "without")));
  }

  /**
   * Returns the probability from which on to answer yes for a wanted precision, with the highest
   * recall.
   *
   * @throws IllegalArgumentException if the precision is not above 0 and at most 1, or not
   *     attained: then naming the best
   * @throws IllegalStateException if there are more than two classes, no probabilities, or no row
   *     is yes
   */
  public DecisionThreshold thresholdForPrecision(double precision) {
    return ranking().precisionRecall().thresholdForPrecision(precision);
  }

  /**
   * Returns the probability from which on to answer yes for a wanted recall, with the highest
   * precision.
   *
   * @throws IllegalArgumentException if the recall is not above 0 and at most 1
   * @throws IllegalStateException if there are more than two classes, no probabilities, or no row
   *     is yes
   */
  public DecisionThreshold thresholdForRecall(double recall) {
    return ranking().precisionRecall().thresholdForRecall(recall);
  }

  /** Returns the tables. */
  @Override
  public String toString() {
    return ClassText.of(this);
  }
}
