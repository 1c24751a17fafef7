package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowSample;
import dev.annette.runtime.data.RowSource;
import dev.annette.runtime.data.StreamedBatches;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a run that are read anew for every pass. Passes before the run check all of them,
 * count them, measure the statistics of the inputs, and keep a sample for the doctor.
 */
final class ReadRows implements RunRows {
  private static final int SAMPLE = 1024;
  private static final int ROWS_AT_ONCE = 256;

  private final NetworkTrainer<?> trainer;
  private final RunOptions options;
  private final RowSource source;
  private final List<Fitting> statistics;
  private final Survey survey;
  private final List<StreamedBatches> opened = new ArrayList<>();

  ReadRows(NetworkTrainer<?> trainer, RunOptions options, RowSource source) {
    this.trainer = trainer;
    this.options = options;
    this.source = source;
    requireOptions();
    this.statistics = trainer.state().inputs().missing();
    this.survey = new Survey();
    List<Fitting> all = new ArrayList<>(statistics);
    all.add(0, survey);
    StreamedBatches rows = StreamedBatches.inOrder(source, ROWS_AT_ONCE);
    try (rows) {
      Fitting.measure(all, () -> rows.epoch(0));
    }
  }

  private void requireOptions() {
    if (options.validationShare > 0) {
      throw new IllegalArgumentException(
          ("validationSplit(%s) chooses among rows in memory, but these are read anew for every"
                  + " pass: give others with validation(rows).")
              .formatted(NumberRule.number(options.validationShare)));
    }
    if (options.balancedClasses || options.classWeights != null) {
      throw new IllegalArgumentException(
          (options.balancedClasses ? "balancedClassWeights()" : "classWeights(...)")
              + " counts the rows of every class in memory, but these are read anew for every pass:"
              + " give each row its weight, by @Weight on a column.");
    }
    if (options.validation != null) {
      options.validation.check(trainer.description());
    }
  }

  @Override
  public int count() {
    return survey.sample.rows();
  }

  @Override
  public Batches batches(int batchSize, boolean shuffled) {
    int buffer = shuffled ? Math.min(options.shuffleBuffer, count()) : 1;
    double factor = count() / survey.sample.weights();
    StreamedBatches batches =
        new StreamedBatches(source, count(), batchSize, buffer, trainer.state().seed(), factor);
    opened.add(batches);
    return batches;
  }

  @Override
  public Transformations transformations() {
    return Transformations.online(options, trainer.description(), trainer.state().seed());
  }

  @Override
  public void storeStatistics() {
    statistics.forEach(Fitting::store);
  }

  @Override
  public Dataset sample() {
    return survey.sample.dataset();
  }

  @Override
  public Dataset validation() {
    return options.validation;
  }

  @Override
  public String identity() {
    return survey.checksum.toString();
  }

  @Override
  public boolean areChecked() {
    return false;
  }

  @Override
  public void close() {
    RuntimeException failure = null;
    for (StreamedBatches batches : opened) {
      try {
        batches.close();
      } catch (RuntimeException another) {
        if (failure == null) {
          failure = another;
        } else {
          failure.addSuppressed(another);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** What the first pass finds out. */
  private final class Survey implements Fitting {
    private final BatchCheck check = new BatchCheck(trainer.description());
    private final RowsChecksum checksum = new RowsChecksum();
    private final RowSample sample = new RowSample(source, SAMPLE, trainer.state().seed());

    @Override
    public void add(Batch rows) {
      check.require(rows);
      sample.add(rows);
      checksum.add(rows);
    }

    @Override
    public boolean endPass() {
      if (sample.rows() == 0) {
        throw new IllegalArgumentException("there are no rows");
      }
      if (sample.weights() == 0) {
        throw new IllegalArgumentException("weights: all are 0; at least one row must count");
      }
      return false;
    }

    @Override
    public void store() {
      throw new IllegalStateException("a survey is read, not stored");
    }
  }
}
