package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowSource;
import dev.annette.runtime.diagnosis.Observations;
import dev.annette.runtime.metric.ConstantLoss;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One run over rows: epochs of batches, what they measure, and what ends them. */
final class Fit {
  private final NetworkTrainer<?> trainer;
  private final TrainingState state;
  private final RunRows rows;
  private final Batches batches;
  private final EpochMeasures measures;
  private final RunControl control;

  /** Null unless averaged weights have running statistics of their own. */
  private final AveragedStatistics averagedStatistics;

  private final Moment lastGood;
  private final ProgressReport progress;
  private final List<Remark> remarks;
  private final Cursor cursor = new Cursor();

  /** Null unless the run is kept in a file. */
  private final KeptRun kept;

  private final RunOptions options;
  private final double constantLoss;
  private final UnitSample units;
  private int batchInEpoch;

  /** Returns a run over rows in memory, which are checked. */
  static Fit over(NetworkTrainer<?> trainer, Dataset rows, Training training) {
    RunOptions options = training.options();
    options.requireRun();
    return new Fit(trainer, new KnownRows(trainer, options, rows), options);
  }

  /** Returns a run over rows that are read anew for every pass, which are checked. */
  static Fit over(NetworkTrainer<?> trainer, RowSource rows, Training training) {
    RunOptions options = training.options();
    options.requireRun();
    return new Fit(trainer, new ReadRows(trainer, options, rows), options);
  }

  /** Checks all options, measures the inputs, and takes over what was kept of the run. */
  private Fit(NetworkTrainer<?> trainer, RunRows rows, RunOptions options) {
    NetworkDescription description = trainer.description();
    this.trainer = trainer;
    this.options = options;
    this.rows = rows;
    this.state = trainer.state();
    boolean validates = rows.validation() != null;
    options.requireWatched(validates, description);
    int batchSize = options.batchSizeFor(rows.count());
    this.batches = rows.batches(batchSize, options.shuffle);
    RunLength length = options.length(batches.batchesPerEpoch());
    Transformations ofBatches = rows.transformations();
    double examples = options.examplesOr(rows.count());
    state.prepare(options, ofBatches, examples, batchSize, length);
    rows.storeStatistics();
    this.measures =
        new EpochMeasures(trainer, rows.validation(), options.metrics, options.ownMetrics);
    this.control = new RunControl(trainer, options, length.epochs(), validates);
    WeightAverage average = state.parameters().average();
    this.averagedStatistics =
        average == null || !average.measures()
            ? null
            : new AveragedStatistics(trainer, rows.batches(batchSize, false));
    this.lastGood = new Moment(state);
    Resumption resumption = options.resumption;
    this.kept =
        resumption == null
            ? null
            : new KeptRun(
                resumption,
                RunIdentity.of(trainer, options, rows),
                state,
                control,
                cursor,
                lastGood);
    if (kept != null) {
      kept.begin();
    }
    this.progress = options.report(extent(length));
    this.constantLoss = ConstantLoss.of(description, rows.sample());
    this.units = new UnitSample(trainer, rows.sample(), batchSize);
    List<Remark> all = new ArrayList<>(state.descent().remarks());
    all.addAll(ofBatches.remarks());
    addSingleRow(all, rows.count(), batchSize);
    this.remarks = options.heard(all);
  }

  /** Returns how far the run goes from here. */
  private RunExtent extent(RunLength length) {
    long done = state.steps() - state.descent().schedules().firstStep();
    return new RunExtent(
        (int) length.epochs() - control.epoch(),
        batches.batchesPerEpoch(),
        length.steps() - done,
        options.mayEndEarly());
  }

  /** Remarks on batches that batch normalisation cannot measure. */
  private void addSingleRow(List<Remark> all, int rows, int batchSize) {
    if (rows % batchSize == 1 % batchSize && !state.parameters().running().isEmpty()) {
      all.add(
          Remark.Kind.SINGLE_ROW.says(
              "%s has 1 row, whose variance batch normalisation cannot measure: it takes the running"
                      .formatted(batchSize == 1 ? "every batch" : "the last batch of every epoch")
                  + " statistics for it, which it does not move; another batchSize avoids that"));
    }
  }

  /** Runs the epochs. */
  History run() {
    remarks.forEach(remark -> progress.remark(remark.toString()));
    if (control.epoch() > 0 || cursor.batches() > 0) {
      progress.remark(
          "goes on after epoch %d of %d and %d batches"
              .formatted(control.epoch(), control.epochs(), cursor.batches()));
    }
    state.rowsChecked(rows.areChecked());
    try {
      control.start();
      while (control.goesOn() || isWithinEpoch()) {
        double loss = epoch();
        if (Double.isNaN(loss)) {
          control.interrupt();
        } else {
          if (state.endEpoch() && averagedStatistics != null) {
            averagedStatistics.measure();
          }
          finish(measures.record(state.epochs() + 1, loss));
        }
      }
      if (kept != null && !control.interrupted()) {
        kept.keep();
      }
      History history = close(control.end());
      rows.close();
      return history;
    } catch (TrainingDivergedException diverged) {
      TrainingDivergedException restored = restored(diverged);
      control.fail(restored);
      closeAfter(restored);
      throw restored;
    } catch (RuntimeException | Error failure) {
      control.fail(failure);
      closeAfter(failure);
      throw failure;
    } finally {
      state.rowsChecked(false);
      progress.end();
    }
  }

  /** Lets go of the rows of a run that failed; what that throws is suppressed. */
  private void closeAfter(Throwable failure) {
    try {
      rows.close();
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  /** Returns whether an epoch is to be finished that began before the run was kept. */
  private boolean isWithinEpoch() {
    return cursor.batches() > 0 && !control.interrupted();
  }

  /**
   * Returns the mean data loss of one epoch, or of what is left of it with what was before; NaN if
   * the thread was interrupted before its end.
   */
  private double epoch() {
    long lastStep = options.lastStep(state.descent().schedules().firstStep());
    int done = cursor.batches();
    if (done == 0) {
      state.activities().begin();
    }
    for (Batch batch : batches.epoch(state.epochs())) {
      if (done > 0) {
        done--;
        continue;
      }
      if (state.steps() == lastStep) {
        break;
      }
      if (Thread.currentThread().isInterrupted()) {
        state.parameters().requireFinite();
        if (kept != null) {
          kept.keep();
        }
        return Double.NaN;
      }
      batchInEpoch = cursor.batches() + 1;
      double loss = trainer.step(batch);
      cursor.add(loss, batch.rows());
      progress.step(loss, batch.rows());
      control.step(loss);
      if (kept != null) {
        kept.afterBatch();
      }
    }
    state.parameters().requireFinite();
    return cursor.loss() / cursor.rows();
  }

  private void finish(EpochRecord record) {
    state.finish(record);
    lastGood.keep();
    cursor.begin();
    progress.epoch(record);
    control.finish(record);
  }

  private History close(RunEnd end) {
    if (end.cause() == RunEnd.Cause.STOPPED) {
      progress.end();
      progress.remark("stopped: " + end.describe());
    }
    return new History(state.history(), remarks, end, observations(end));
  }

  /** Looks at the units once, unless the run has to end at once. */
  private Observations observations(RunEnd end) {
    boolean hurries = end.cause() == RunEnd.Cause.INTERRUPTED;
    return new Observations(
        trainer.description(),
        (int) state.descent().schedules().firstEpoch(),
        state.descent().optimizerText(),
        ActingRegularization.of(state),
        constantLoss,
        hurries ? 0 : units.rows(),
        hurries ? new TreeMap<>() : units.deadUnits());
  }

  private TrainingDivergedException restored(TrainingDivergedException diverged) {
    int epoch = state.epochs() + 1;
    String culprit = state.parameters().firstNonFinite();
    lastGood.rewind();
    return new TrainingDivergedException(
        "Training diverged in epoch %d, batch %d: %s%s The weights are again those %s."
            .formatted(
                epoch,
                batchInEpoch,
                diverged.getMessage(),
                culprit == null ? "" : " " + culprit + ".",
                epoch == 1 ? "from before" : "of the end of epoch " + (epoch - 1)),
        diverged);
  }
}
