package dev.annette.runtime.train;

import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import java.util.List;

/** The rows of a run that are in memory, on which the statistics of the inputs are measured. */
final class KnownRows implements RunRows {
  private final NetworkTrainer<?> trainer;
  private final RunOptions options;
  private final TrainingRows parts;
  private final List<Fitting> statistics;

  KnownRows(NetworkTrainer<?> trainer, RunOptions options, Dataset rows) {
    rows.check(trainer.description());
    this.trainer = trainer;
    this.options = options;
    this.parts = TrainingRows.of(rows, options, trainer.description(), trainer.state().seed());
    this.statistics = trainer.state().inputs().missing(parts.train());
  }

  @Override
  public int count() {
    return parts.train().rows();
  }

  @Override
  public Batches batches(int batchSize, boolean shuffled) {
    return shuffled
        ? Batches.shuffled(parts.train(), batchSize, trainer.state().seed())
        : Batches.sequential(parts.train(), batchSize);
  }

  @Override
  public Transformations transformations() {
    return Transformations.of(
        options, trainer.description(), trainer.state().seed(), parts.train());
  }

  @Override
  public void storeStatistics() {
    statistics.forEach(Fitting::store);
  }

  @Override
  public Dataset sample() {
    return parts.train();
  }

  @Override
  public Dataset validation() {
    return parts.validation();
  }

  @Override
  public String identity() {
    return RowsChecksum.of(parts.train());
  }

  @Override
  public boolean areChecked() {
    return true;
  }
}
