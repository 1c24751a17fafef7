package dev.annette.runtime.importance;

import java.util.List;

/**
 * How much a model goes by a feature, or by several together.
 *
 * @param name what they are called
 * @param decreases {@code [repeats]}, how much worse the metric is with the values of the rows
 *     permuted; negative where it is better by chance
 */
public record Importance(String name, List<Double> decreases) {

  /** Copies the list. */
  public Importance {
    decreases = List.copyOf(decreases);
  }

  /** Returns the mean over the repeats. */
  public double mean() {
    return decreases.stream().mapToDouble(decrease -> decrease).average().orElse(Double.NaN);
  }

  /** Returns the standard deviation over the repeats, {@code √(Σ(x − mean)² / repeats)}. */
  public double standardDeviation() {
    double mean = mean();
    double squares = 0;
    for (double decrease : decreases) {
      squares += (decrease - mean) * (decrease - mean);
    }
    return Math.sqrt(squares / decreases.size());
  }
}
