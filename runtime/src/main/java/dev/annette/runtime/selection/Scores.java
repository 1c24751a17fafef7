package dev.annette.runtime.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well networks did that were trained alike, with a measurement per fold.
 *
 * @param trainingLoss the data loss of the rows that trained, by the finished network
 * @param validationLoss the data loss of the rows that validated
 * @param metrics further numbers of the rows that validated, by name
 */
public record Scores(
    Estimate trainingLoss, Estimate validationLoss, SortedMap<String, Estimate> metrics) {

  /** Copies the metrics. */
  public Scores {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /** Returns the scores of folds, in their order. */
  static Scores of(List<FoldScore> folds) {
    SortedMap<String, List<Double>> metrics = new TreeMap<>();
    for (FoldScore fold : folds) {
      fold.validation()
          .metrics()
          .forEach(
              (name, value) -> metrics.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
    SortedMap<String, Estimate> estimates = new TreeMap<>();
    metrics.forEach((name, values) -> estimates.put(name, new Estimate(values)));
    return new Scores(
        new Estimate(folds.stream().map(fold -> fold.training().dataLoss()).toList()),
        new Estimate(folds.stream().map(fold -> fold.validation().dataLoss()).toList()),
        estimates);
  }

  /** Returns the names of all metrics of several scores. */
  static SortedSet<String> metricNames(List<Scores> several) {
    SortedSet<String> names = new TreeSet<>();
    several.forEach(scores -> names.addAll(scores.metrics().keySet()));
    return names;
  }
}
