package dev.annette.runtime.metric;

/** The mean of the scores of classes, each of which counts more or less. */
final class ClassScoresMean {
  private final WeightedMean precision = new WeightedMean();
  private final WeightedMean recall = new WeightedMean();
  private final WeightedMean f1 = new WeightedMean();
  private double support;

  void add(ClassScores scores, double weight) {
    precision.add(scores.precision(), weight);
    recall.add(scores.recall(), weight);
    f1.add(scores.f1(), weight);
    support += scores.support();
  }

  /** Returns the means, with the support of all. */
  ClassScores value() {
    return new ClassScores(precision.value(), recall.value(), f1.value(), support);
  }
}
