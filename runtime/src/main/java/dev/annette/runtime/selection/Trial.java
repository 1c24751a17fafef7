package dev.annette.runtime.selection;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Training;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A candidate of a search that was tried.
 *
 * @param number when, from 1
 * @param values its value in each dimension of the space, in words
 * @param training the options that it makes; those it was to change, if they refuse a value
 * @param outcome its scores over the folds, or why there are none
 */
public record Trial(int number, Map<String, String> values, Training training, Outcome outcome) {

  /** Copies the values. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static <M extends NetworkModel> Trial of(
      int number, Candidate candidate, FoldRuns<M> runs, Training training) {
    Training options;
    try {
      options = candidate.change().apply(training);
    } catch (IllegalArgumentException refused) {
      return new Trial(number, candidate.values(), training, Outcome.failed(refused));
    }
    return new Trial(number, candidate.values(), options, Outcome.of(List.of(runs), options));
  }
}
