package dev.annette.runtime.metric;

import dev.annette.rule.NumberRule;
import java.util.ArrayList;
import java.util.List;

/**
 * How much precision every recall costs, from the highest threshold to the lowest.
 *
 * @param points from recall 0, where the precision is 1 by convention, to recall 1; empty if no row
 *     is yes
 * @param averagePrecision {@code Σ (recall[i] − recall[i − 1]) · precision[i]}, without
 *     interpolation; NaN if no row is yes
 */
public record PrecisionRecallCurve(List<Point> points, double averagePrecision) {

  /**
   * What a threshold comes to.
   *
   * @param recall the share of the rows that are yes which are answered yes
   * @param precision the share of the answers of yes that are right
   * @param threshold the probability from which on the answer is yes; infinite for the first point
   */
  public record Point(double recall, double precision, double threshold) {}

  /** Copies the list. */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  static PrecisionRecallCurve of(RankedRows ranked) {
    List<Point> points = new ArrayList<>();
    if (ranked.allYes() > 0) {
      points.add(new Point(0, 1, Double.POSITIVE_INFINITY));
      for (int i = 0; i < ranked.size(); i++) {
        double probability = LogOdds.probability(ranked.scores()[i]);
        points.add(new Point(ranked.recall(i), ranked.precision(i), probability));
      }
    }
    return new PrecisionRecallCurve(points, ranked.averagePrecision());
  }

  /**
   * Returns the threshold with the highest recall among those with a precision; of equals the one
   * with the highest precision.
   *
   * @param wanted above 0 and at most 1
   * @throws IllegalArgumentException if it is out of range, or no threshold attains it: then naming
   *     the best that one does
   * @throws IllegalStateException if no row is yes
   */
  public DecisionThreshold thresholdForPrecision(double wanted) {
    require(NumberRule.PRECISION, wanted, "precision");
    DecisionThreshold best = null;
    DecisionThreshold mostPrecise = null;
    for (DecisionThreshold one : thresholds()) {
      if (mostPrecise == null || one.precision() >= mostPrecise.precision()) {
        mostPrecise = one;
      }
      if (one.precision() >= wanted && (best == null || one.recall() > best.recall())) {
        best = one;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "No threshold has a precision of %s on these rows. The best is %s."
              .formatted(NumberRule.number(wanted), mostPrecise));
    }
    return best;
  }

  /**
   * Returns the threshold with the highest precision among those with a recall; of equals the one
   * with the highest recall. Every recall is attained, at last by answering yes always.
   *
   * @param wanted above 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   * @throws IllegalStateException if no row is yes
   */
  public DecisionThreshold thresholdForRecall(double wanted) {
    require(NumberRule.RECALL, wanted, "recall");
    DecisionThreshold best = null;
    for (DecisionThreshold one : thresholds()) {
      if (one.recall() >= wanted && (best == null || one.precision() >= best.precision())) {
        best = one;
      }
    }
    return best;
  }

  private void require(NumberRule rule, double wanted, String what) {
    if (!rule.allows(wanted)) {
      throw new IllegalArgumentException(
          "The wanted %s is %s: %s.%s"
              .formatted(what, NumberRule.number(wanted), rule.clause(), rule.suggestion(wanted)));
    }
    if (points.isEmpty()) {
      throw new IllegalStateException(
          "No row is yes, so there is neither precision nor recall to choose a threshold by.");
    }
  }

  /** Returns the thresholds that the floats of a model tell apart, highest first. */
  private List<DecisionThreshold> thresholds() {
    List<DecisionThreshold> thresholds = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point point = points.get(i);
      boolean isLast = i == points.size() - 1;
      double next = isLast ? 0 : points.get(i + 1).threshold();
      if (isLast || (float) next < (float) point.threshold()) {
        double between = isLast ? 0 : (point.threshold() + next) / 2;
        thresholds.add(new DecisionThreshold(between, point.precision(), point.recall()));
      }
    }
    return thresholds;
  }
}
