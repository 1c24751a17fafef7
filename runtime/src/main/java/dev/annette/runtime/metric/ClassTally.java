package dev.annette.runtime.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is measured of classes while rows come in. */
final class ClassTally {
  private final ConfusionMatrix confusion;
  private final double[] places; // [classes], the weight of rows whose class is in each place
  private final Optional<ProbabilityAnswers> probabilities;

  ClassTally(List<String> names, boolean hasProbabilities) {
    confusion = new ConfusionMatrix(names);
    places = new double[names.size()];
    probabilities =
        hasProbabilities ? Optional.of(new ProbabilityAnswers(names.size())) : Optional.empty();
  }

  /**
   * Adds a row.
   *
   * @param logits {@code [classes]} from a place on
   * @param targets {@code [classes]}, the share of each class
   */
  void add(float[] logits, int from, double[] targets, int actual, int answer, float weight) {
    confusion.add(actual, answer, weight);
    // a tie of no and yes is answered yes, so the answer comes first
    int place =
        actual == answer ? 0 : Math.max(1, Scores.place(logits, from, places.length, actual));
    places[place] += weight;
    probabilities.ifPresent(one -> one.add(logits, from, targets, actual, answer, weight));
  }

  ClassMeasures measures() {
    List<Double> top = new ArrayList<>();
    double all = 0;
    for (double place : places) {
      all += place;
    }
    double sum = 0;
    for (double place : places) {
      sum += place;
      top.add(sum / all);
    }
    return new ClassMeasures(confusion, top, probabilities.map(ProbabilityAnswers::measures));
  }
}
