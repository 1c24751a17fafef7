package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;

/** One run over rows in memory: epochs of batches, what they measure, and what ends them. */
final class Fit {
  private final NetworkTrainer<?> trainer;
  private final TrainingState state;
  private final Training training;
  private final Batches batches;
  private final EpochMeasures measures;
  private final LastGood lastGood;
  private final long lastStep;
  private int batchInEpoch;

  /** Checks all rows and options, and measures the inputs. */
  Fit(NetworkTrainer<?> trainer, Dataset rows, Training training) {
    training.requireRun();
    NetworkDescription description = trainer.description();
    rows.check(description);
    TrainingRows parts = TrainingRows.of(rows, training, description, trainer.state().seed());
    this.trainer = trainer;
    this.state = trainer.state();
    this.training = training;
    int batchSize = training.batchSizeFor(parts.train().rows());
    state.prepare(training, training.examplesOr(parts.train().rows()), batchSize);
    state.fitStatisticsOnce(parts.train());
    this.batches =
        training.shuffles()
            ? Batches.shuffled(parts.train(), batchSize, state.seed())
            : Batches.sequential(parts.train(), batchSize);
    this.measures = new EpochMeasures(trainer, parts.validation(), training.measuresMetrics());
    this.lastGood = new LastGood(state);
    this.lastStep = training.lastStep(state.steps());
  }

  /** Runs the epochs. */
  History run() {
    Progress progress = training.newProgress();
    List<String> remarks = state.descent().penalties().remarks(state.descent().optimizer());
    remarks.forEach(progress::remark);
    int epochs = training.epochsOf(batches.batchesPerEpoch());
    state.rowsChecked(true);
    try {
      for (int done = 1; done <= epochs; done++) {
        double loss = epoch();
        if (Double.isNaN(loss)) {
          return new History(state.history(), remarks, true);
        }
        EpochRecord record = measures.record(state.epochs() + 1, loss);
        state.finish(record);
        lastGood.keep();
        progress.epoch(record, done, epochs);
      }
      return new History(state.history(), remarks, false);
    } catch (TrainingDivergedException diverged) {
      throw restored(diverged);
    } finally {
      state.rowsChecked(false);
      progress.end();
    }
  }

  /**
   * Returns the mean data loss of one epoch, or NaN if the thread was interrupted before its end.
   */
  private double epoch() {
    double sum = 0;
    long rows = 0;
    batchInEpoch = 0;
    for (Batch batch : batches.epoch(state.epochs())) {
      if (state.steps() == lastStep) {
        break;
      }
      if (Thread.currentThread().isInterrupted()) {
        state.parameters().requireFinite();
        return Double.NaN;
      }
      batchInEpoch++;
      sum += trainer.step(batch) * batch.rows();
      rows += batch.rows();
    }
    state.parameters().requireFinite();
    return sum / rows;
  }

  private TrainingDivergedException restored(TrainingDivergedException diverged) {
    int epoch = state.epochs() + 1;
    String culprit = state.parameters().firstNonFinite();
    lastGood.restore();
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
