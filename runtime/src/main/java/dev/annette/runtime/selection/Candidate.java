package dev.annette.runtime.selection;

import dev.annette.runtime.train.Training;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One point of a {@link Space}.
 *
 * @param values the value in each of its dimensions, by name, in words
 * @param change what it makes of the options of a run
 */
record Candidate(Map<String, String> values, UnaryOperator<Training> change) {

  Candidate {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns the candidate of no dimension. */
  static Candidate start() {
    return new Candidate(Map.of(), UnaryOperator.identity());
  }

  /** Returns the candidate with a value in one more dimension. */
  Candidate and(String dimension, Dimension.Value value) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(dimension, value.text());
    return new Candidate(all, training -> value.change().apply(change.apply(training)));
  }
}
