package dev.annette.runtime.metric;

import dev.annette.runtime.model.NetworkDescription;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The metrics that are measured of a network after every epoch, by name: {@code accuracy} for
 * classes and answers of yes or no, {@code mse}, {@code mae} and {@code r2} for numbers, and those
 * that the caller brings.
 */
public final class FittingMetrics {
  private FittingMetrics() {}

  /** Returns the names of those that fit the loss. */
  public static SortedSet<String> names(NetworkDescription network) {
    return new TreeSet<>(of(network).keySet());
  }

  /** Returns which way one of them improves; UNKNOWN of others. */
  public static Direction direction(NetworkDescription network, String name) {
    Metric metric = of(network).get(name);
    return metric == null ? Direction.UNKNOWN : metric.direction();
  }

  /**
   * Returns those that fit the loss and those of the caller.
   *
   * @throws IllegalArgumentException if the caller's has a name that is taken
   */
  public static SortedMap<String, Metric> with(
      NetworkDescription network, Map<String, ? extends Metric> own) {
    SortedMap<String, Metric> named = new TreeMap<>(of(network));
    own.forEach(
        (name, metric) -> {
          if (named.put(name, metric) != null) {
            throw new IllegalArgumentException(
                "%s is measured anyway; give the metric another name.".formatted(name));
          }
        });
    return named;
  }

  /** Returns the values of metrics. */
  public static SortedMap<String, Double> values(SortedMap<String, Metric> named) {
    SortedMap<String, Double> values = new TreeMap<>();
    named.forEach((name, metric) -> values.put(name, metric.value()));
    return values;
  }

  private static Map<String, Metric> of(NetworkDescription network) {
    if (OutputKind.ANSWERS.fits(network)) {
      return Map.of("accuracy", new Accuracy(network));
    }
    return Map.of(
        "mse", new MeanSquaredError(),
        "mae", new MeanAbsoluteError(),
        "r2", new RSquared(network.outputs()));
  }
}
