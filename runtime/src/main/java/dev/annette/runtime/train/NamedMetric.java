package dev.annette.runtime.train;

import dev.annette.runtime.metric.Metric;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A metric that a run measures besides those that fit the loss.
 *
 * @param name what it is called in the history
 * @param supplier makes one without rows, for every epoch
 */
record NamedMetric(String name, Supplier<? extends Metric> supplier) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.@-]{0,63}");
  private static final Set<String> TAKEN =
      Set.of("epoch", "data_loss", "validation_loss", "loss", "penalty");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is one that the history has, or cannot stand in a column
   */
  NamedMetric {
    Objects.requireNonNull(supplier, "metric");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The metric \"%s\": a name is a column of the history, so it must start with a letter and"
                  .formatted(name)
              + " have at most 64 letters, digits and _ . @ -");
    }
    if (TAKEN.contains(name) || name.startsWith("val_")) {
      throw new IllegalArgumentException(
          "The metric \"%s\": the history has a number of this name, or Keras does; take another"
                  .formatted(name)
              + " name.");
    }
  }
}
