package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.FittingMetrics;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.parallel.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** What a {@link Training} says, with what follows from it for rows of a given number. */
final class RunOptions implements Cloneable {
  int epochs = Integer.MAX_VALUE;
  long steps = Long.MAX_VALUE;
  boolean online;
  int batchSize = 32;
  Optimizer optimizer = Adam.defaults();
  double validationShare;

  /** The rows to validate with; null if none were given. */
  Dataset validation;

  boolean shuffle = true;

  /** Among how many rows the next one is chosen where they are not in memory. */
  int shuffleBuffer = 10_000;

  int threads = Workers.available();

  /** m; 0 if it was not given. */
  double examples;

  boolean metrics = true;
  List<NamedMetric> ownMetrics = List.of();

  /** The remarks that are not made. */
  Set<Remark.Kind> allowed = Set.of();

  /** How the run is reported; null for not at all. */
  Progress progress;

  List<Adjustment> adjustments = List.of();
  List<Schedule> learningRate = List.of();

  /** Null for none. */
  ReduceOnPlateau reduceOnPlateau;

  /** Null for none. */
  EarlyStopping earlyStopping;

  List<Callback> callbacks = List.of();

  /** Where the run is kept to go on from; null if it is not. */
  Resumption resumption;

  double labelSmoothing;

  /** α; 0 for none. */
  double mixup;

  /** What the rows of each class count; null if they are not given. */
  double[] classWeights;

  boolean balancedClasses;

  /** Null for none. */
  Clipping clipping;

  /** Null for none. */
  Averaging averaging;

  /** Sets the rows to validate with, or the share of the training rows that are kept for it. */
  void validate(Dataset rows, double share) {
    validation = rows;
    validationShare = share;
  }

  RunOptions copy() {
    try {
      return (RunOptions) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Changes what is said of a hyperparameter, by a value or a schedule; null leaves the other. */
  void adjust(Setting setting, Double value, Schedule schedule) {
    List<Adjustment> all = new ArrayList<>();
    Adjustment changed = new Adjustment(setting, value, schedule);
    for (Adjustment one : adjustments) {
      if (one.setting().equals(setting)) {
        changed =
            new Adjustment(
                setting,
                value == null ? one.value() : value,
                schedule == null ? one.schedule() : schedule);
      } else {
        all.add(one);
      }
    }
    all.add(changed);
    adjustments = List.copyOf(all);
  }

  void add(NamedMetric metric) {
    if (ownMetrics.stream().anyMatch(one -> one.name().equals(metric.name()))) {
      throw new IllegalArgumentException(
          "Two metrics are named \"%s\"; give one another name.".formatted(metric.name()));
    }
    List<NamedMetric> all = new ArrayList<>(ownMetrics);
    all.add(metric);
    ownMetrics = List.copyOf(all);
  }

  void allow(Remark.Kind kind) {
    Set<Remark.Kind> all = new HashSet<>(allowed);
    all.add(kind);
    allowed = Set.copyOf(all);
  }

  /** Returns the remarks that are not switched off. */
  List<Remark> heard(List<Remark> remarks) {
    return remarks.stream().filter(remark -> !allowed.contains(remark.kind())).toList();
  }

  void add(Callback callback) {
    List<Callback> all = new ArrayList<>(callbacks);
    all.add(callback);
    callbacks = List.copyOf(all);
  }

  /** Returns m if it was given, else what is passed in. */
  double examplesOr(double rows) {
    return examples > 0 ? examples : rows;
  }

  int batchSizeFor(int rows) {
    return Math.min(batchSize, rows);
  }

  /** Returns the rows of a batch that the caller brings. */
  int onlineBatchSize() {
    if (batchSize == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "fullBatch() is for fit, which knows all rows: with prepare say batchSize(n).");
    }
    return batchSize;
  }

  /** Requires a number of epochs or steps. */
  void requireRun() {
    if (online) {
      throw new IllegalArgumentException(
          "Training.online() has no number of epochs: use it with prepare, and"
              + " Training.epochs(n) or Training.steps(n) with fit.");
    }
  }

  /**
   * Requires that what is watched is measured, and that there are rows for the run's own metrics.
   *
   * @param validates whether there are validation rows
   */
  void requireWatched(boolean validates, NetworkDescription network) {
    if (!ownMetrics.isEmpty() && !validates) {
      throw new IllegalArgumentException(
          "The metric \"%s\" is measured on validation rows, but there are none: say"
                  .formatted(ownMetrics.get(0).name())
              + " validation(rows) or validationSplit(share).");
    }
    SortedSet<String> measured = measured(network);
    if (earlyStopping != null) {
      earlyStopping(network).watching().require("EarlyStopping", validates, metrics, measured);
    }
    if (reduceOnPlateau != null) {
      reduceOnPlateau(network).watching().require("ReduceOnPlateau", validates, metrics, measured);
    }
  }

  /** Returns the names of the metrics of every epoch. */
  SortedSet<String> measured(NetworkDescription network) {
    SortedSet<String> measured = FittingMetrics.names(network);
    for (NamedMetric own : ownMetrics) {
      if (!measured.add(own.name())) {
        throw new IllegalArgumentException(
            "The metric \"%s\" is measured anyway; give it another name.".formatted(own.name()));
      }
    }
    return measured;
  }

  /** Returns early stopping in the direction that its metric knows; null for none. */
  EarlyStopping earlyStopping(NetworkDescription network) {
    return earlyStopping == null
        ? null
        : earlyStopping.withMode(earlyStopping.watching().directed(network, ownMetrics));
  }

  /** Returns the reduction in the direction that its metric knows; null for none. */
  ReduceOnPlateau reduceOnPlateau(NetworkDescription network) {
    return reduceOnPlateau == null
        ? null
        : reduceOnPlateau.withMode(reduceOnPlateau.watching().directed(network, ownMetrics));
  }

  /**
   * Requires that the optimizer and the length of the run allow what is said.
   *
   * @throws IllegalArgumentException saying what does not
   */
  void requireCarriedOut(RunLength length) {
    boolean rateChanges = !learningRate.isEmpty() || reduceOnPlateau != null;
    if (rateChanges && !optimizer.rateMayChange()) {
      throw new IllegalArgumentException(
          "%s computes the weights from its learning rate and all gradients: a rate that changes"
                  .formatted(optimizer.name())
              + " would move every weight, so it takes no schedule and no reduction.");
    }
    if (averaging instanceof Swa swa && swa.epoch() > length.epochs()) {
      throw new IllegalArgumentException(
          length.epochs() == 0
              ? "Swa averages the weights at the ends of epochs, but here the caller makes the"
                  + " steps: say Ema.of(decay)."
              : "Swa.from(%d) averages nothing: the run has %d epochs."
                  .formatted(swa.epoch(), length.epochs()));
    }
  }

  /** Returns how long the run is, the last epoch of which may be cut short. */
  RunLength length(int batchesPerEpoch) {
    long needed = (steps - 1) / batchesPerEpoch + 1;
    long passes = Math.min(epochs, needed);
    return new RunLength(passes, Math.min(steps, passes * batchesPerEpoch));
  }

  /** Returns the step that a run ends with which starts after {@code done} steps. */
  long lastStep(long done) {
    return steps > Long.MAX_VALUE - done ? Long.MAX_VALUE : done + steps;
  }

  /** Returns whether something may end the run before its last step. */
  boolean mayEndEarly() {
    return earlyStopping != null;
  }

  /** Starts the report of a run. */
  ProgressReport report(RunExtent run) {
    return progress == null ? ProgressReport.SILENT : progress.report(run, System::nanoTime);
  }
}
