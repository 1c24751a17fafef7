package dev.annette.runtime.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The probabilities of classes while rows come in. */
final class ProbabilityAnswers {
  private final int classes;
  private final ClassRanks ranks;
  private final WeightedMean logLoss = new WeightedMean();
  private final WeightedMean brier = new WeightedMean();
  private final Calibration.Rows calibration = new Calibration.Rows();
  private final double[] probabilities; // [classes]

  ProbabilityAnswers(int classes) {
    this.classes = classes;
    this.ranks = new ClassRanks(classes);
    this.probabilities = new double[classes];
  }

  /**
   * Adds a row.
   *
   * @param logits {@code [classes]} from a place on
   * @param targets {@code [classes]}, the share of each class
   */
  void add(float[] logits, int from, double[] targets, int actual, int answer, float weight) {
    if (weight == 0) {
      return;
    }
    double logSum = Scores.logSumExp(logits, from, classes);
    double loss = 0;
    double squares = 0;
    for (int i = 0; i < classes; i++) {
      double logProbability = logits[from + i] - logSum;
      probabilities[i] = Math.exp(logProbability);
      loss -= targets[i] == 0 ? 0 : targets[i] * logProbability;
      squares += (probabilities[i] - targets[i]) * (probabilities[i] - targets[i]);
    }
    logLoss.add(loss, weight);
    brier.add(classes == 2 ? squares / 2 : squares, weight);
    if (classes == 2) {
      calibration.add(probabilities[1], targets[1], weight);
    } else {
      calibration.add(probabilities[answer], actual == answer ? 1 : 0, weight);
    }
    ranks.add(logits, from, actual, weight);
  }

  ProbabilityMeasures measures() {
    List<RankedRows> ranked = ranks.ranked();
    List<Double> areas = new ArrayList<>();
    if (classes == 2) {
      areas.addAll(Collections.nCopies(2, ranked.get(0).rocArea()));
    } else {
      ranked.forEach(one -> areas.add(one.rocArea()));
    }
    return new ProbabilityMeasures(
        logLoss.value(),
        brier.value(),
        areas,
        calibration.calibration(),
        classes == 2 ? Optional.of(Ranking.of(ranked.get(0))) : Optional.empty());
  }
}
