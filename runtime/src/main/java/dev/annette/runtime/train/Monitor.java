package dev.annette.runtime.train;

import dev.annette.rule.NearestName;
import dev.annette.runtime.metric.Direction;
import dev.annette.runtime.metric.FittingMetrics;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;

/**
 * A number of every epoch that is watched: {@code validation_loss}, {@code data_loss}, {@code
 * penalty}, or a metric by name. Keras' names are understood too: {@code val_loss}, {@code loss},
 * which includes penalties, and {@code val_accuracy}.
 *
 * @param name the number; empty: the validation loss, or the data loss where nothing is validated
 * @param mode which way it improves
 */
public record Monitor(String name, Mode mode) {
  /** What every run can measure. */
  private static final Set<String> LOSSES =
      Set.of("", "validation_loss", "val_loss", "data_loss", "loss", "penalty");

  private static final Set<String> OF_TRAINING = Set.of("", "data_loss", "loss", "penalty");

  /** Requires both. */
  public Monitor {
    Objects.requireNonNull(name, "monitor");
    Objects.requireNonNull(mode, "mode");
  }

  /**
   * Returns the mode in which the number is watched: that of a metric which knows its direction,
   * where none is said.
   *
   * @param network the network, whose loss says what is measured anyway
   * @param own the metrics that the run brings
   */
  Mode directed(NetworkDescription network, List<NamedMetric> own) {
    if (mode != Mode.AUTO) {
      return mode;
    }
    Direction direction =
        own.stream()
            .filter(metric -> metric.name().equals(metric()))
            .map(metric -> metric.supplier().get().direction())
            .findFirst()
            .orElseGet(() -> FittingMetrics.direction(network, metric()));
    return switch (direction) {
      case RISES -> Mode.MAX;
      case FALLS -> Mode.MIN;
      case UNKNOWN -> Mode.AUTO;
    };
  }

  /**
   * Requires that a run measures the number and that its direction is known.
   *
   * @param measured the metrics that are measured, by name
   * @throws IllegalArgumentException saying what to write instead
   */
  void require(String watcher, boolean validates, boolean metrics, SortedSet<String> measured) {
    if (!OF_TRAINING.contains(name) && !validates) {
      throw new IllegalArgumentException(
          "%s watches %s, but nothing is validated: say validation(rows) or validationSplit(share),"
                  .formatted(watcher, name)
              + " or watch data_loss.");
    }
    if (!LOSSES.contains(name) && !metrics) {
      throw new IllegalArgumentException(
          "%s watches %s, but metrics(false) leaves it out.".formatted(watcher, name));
    }
    if (!LOSSES.contains(name) && !measured.contains(metric())) {
      throw new IllegalArgumentException(
          "%s watches %s, which no epoch measures.%s There are validation_loss, data_loss, penalty, %s."
              .formatted(
                  watcher,
                  name,
                  NearestName.question(metric(), measured),
                  String.join(", ", measured)));
    }
    if (mode == Mode.AUTO && !LOSSES.contains(name)) {
      throw new IllegalArgumentException(
          "%s watches %s, and whether more of it is better is not known: say Mode.MIN or Mode.MAX,"
                  .formatted(watcher, name)
              + " or let the metric answer direction().");
    }
  }

  private String metric() {
    return name.startsWith("val_") ? name.substring("val_".length()) : name;
  }

  /** Returns whether larger numbers are better. */
  boolean rises() {
    return mode == Mode.MAX;
  }

  /** Returns whether a number is better than another. */
  public boolean improves(double value, double than) {
    return improves(value, than, 0);
  }

  /** Returns whether a number is better than another by more than a difference. */
  boolean improves(double value, double than, double difference) {
    return rises() ? value - difference > than : value + difference < than;
  }

  /** Returns what any number improves on. */
  public double worst() {
    return rises() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Returns the number of an epoch; NaN if a metric had no finite value. */
  public double value(EpochRecord epoch) {
    return switch (watched(epoch)) {
      case "validation_loss", "val_loss" -> epoch.validationLoss();
      case "data_loss" -> epoch.dataLoss();
      case "loss" -> epoch.objective();
      case "penalty" -> epoch.penalty();
      default -> epoch.metrics().getOrDefault(metric(), Double.NaN);
    };
  }

  /** Returns the name of what is watched in an epoch. */
  String watched(EpochRecord epoch) {
    if (!name.isEmpty()) {
      return name;
    }
    return Double.isNaN(epoch.validationLoss()) ? "data_loss" : "validation_loss";
  }
}
