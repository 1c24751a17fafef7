package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.parallel.Workers;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The options of a run. Immutable: every method returns a copy with one option changed, and refuses
 * a bad value at once.
 *
 * <p>By default: Adam with its default numbers, batches of 32 rows, shuffled, no validation, all
 * cores, metrics on, silent.
 */
public final class Training {
  private int epochs = Integer.MAX_VALUE;
  private long steps = Long.MAX_VALUE;
  private boolean online;
  private int batchSize = 32;
  private Optimizer optimizer = Adam.defaults();
  private double validationShare;
  private Dataset validation;
  private boolean shuffle = true;
  private int threads = Workers.available();
  private double examples;
  private boolean metrics = true;
  private PrintStream progress;
  private boolean everyEpoch;
  private Map<String, Map<String, Double>> overrides = Map.of();

  private Training() {}

  private Training with(Consumer<Training> change) {
    Training copy = new Training();
    copy.epochs = epochs;
    copy.steps = steps;
    copy.online = online;
    copy.batchSize = batchSize;
    copy.optimizer = optimizer;
    copy.validationShare = validationShare;
    copy.validation = validation;
    copy.shuffle = shuffle;
    copy.threads = threads;
    copy.examples = examples;
    copy.metrics = metrics;
    copy.progress = progress;
    copy.everyEpoch = everyEpoch;
    copy.overrides = overrides;
    change.accept(copy);
    return copy;
  }

  /** Returns a run of this many passes over the training rows. */
  public static Training epochs(int count) {
    Rules.requirePositive(count, "epochs", "a run makes passes over the rows");
    return new Training().with(training -> training.epochs = count);
  }

  /** Returns a run of this many updates; the last epoch may be cut short. */
  public static Training steps(long count) {
    Rules.requirePositive(count, "steps", "a run makes updates");
    return new Training().with(training -> training.steps = count);
  }

  /** Returns options for {@link NetworkTrainer#step steps} that the caller makes. */
  public static Training online() {
    return new Training().with(training -> training.online = true);
  }

  /** Sets how many rows one update learns from; 32 by default. */
  public Training batchSize(int rows) {
    Rules.requirePositive(rows, "batchSize", "an update learns from rows");
    return with(training -> training.batchSize = rows);
  }

  /** Makes every update learn from all training rows. */
  public Training fullBatch() {
    return with(training -> training.batchSize = Integer.MAX_VALUE);
  }

  /** Sets the optimizer; Adam with learning rate 0.001 by default. */
  public Training optimizer(Optimizer rule) {
    Objects.requireNonNull(rule, "optimizer");
    return with(training -> training.optimizer = rule);
  }

  /**
   * Keeps a share of the rows, chosen by chance, out of training and measures the loss on them
   * after every epoch; of rows with classes, the same share of every class.
   */
  public Training validationSplit(double share) {
    Rules.require(NumberRule.VALIDATION_SHARE, share, "validationSplit");
    return with(
        training -> {
          training.validationShare = share;
          training.validation = null;
        });
  }

  /** Measures the loss on these rows after every epoch. */
  public Training validation(Dataset rows) {
    Objects.requireNonNull(rows, "validation");
    return with(
        training -> {
          training.validationShare = 0;
          training.validation = rows;
        });
  }

  /** Sets whether every epoch has its own order of the rows; true by default. */
  public Training shuffle(boolean on) {
    return with(training -> training.shuffle = on);
  }

  /** Sets the number of threads; all cores by default. The results do not depend on it. */
  public Training threads(int count) {
    Rules.requirePositive(count, "threads", "a run needs a thread");
    return with(training -> training.threads = count);
  }

  /** Sets m, the number that scaled penalties are divided by; the training rows by default. */
  public Training examples(double m) {
    Rules.require(NumberRule.EXAMPLES, m, "examples");
    return with(training -> training.examples = m);
  }

  /** Overrides the dropout rate of a layer for this run. */
  public Training dropout(String layer, double rate) {
    return override(layer, "dropout", rate, NumberRule.DROPOUT_RATE);
  }

  /** Overrides the strength of the L2 penalty of a layer for this run. */
  public Training l2(String layer, double strength) {
    return override(layer, "l2", strength, NumberRule.PENALTY);
  }

  /** Overrides the strength of the L1 penalty of a layer for this run. */
  public Training l1(String layer, double strength) {
    return override(layer, "l1", strength, NumberRule.PENALTY);
  }

  private Training override(String layer, String attribute, double value, NumberRule rule) {
    Objects.requireNonNull(layer, "layer");
    Rules.require(rule, value, attribute + " of " + layer);
    Map<String, Map<String, Double>> more = new TreeMap<>();
    overrides.forEach((name, values) -> more.put(name, new TreeMap<>(values)));
    more.computeIfAbsent(layer, name -> new TreeMap<>()).put(attribute, value);
    return with(training -> training.overrides = more);
  }

  /** Sets whether metrics of the validation rows are measured after every epoch. */
  public Training metrics(boolean on) {
    return with(training -> training.metrics = on);
  }

  /** Reports the run on standard output. */
  public Training progress() {
    return progress(System.out);
  }

  /** Reports the run on a stream. */
  public Training progress(PrintStream stream) {
    Objects.requireNonNull(stream, "progress");
    return with(training -> training.progress = stream);
  }

  /** Makes a report that is not on a terminal leave out no epoch. */
  public Training everyEpoch() {
    return with(training -> training.everyEpoch = true);
  }

  Optimizer optimizer() {
    return optimizer;
  }

  int threads() {
    return threads;
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

  /** Returns how many epochs the run has, the last of which may be cut short. */
  int epochsOf(int batchesPerEpoch) {
    long needed = (steps - 1) / batchesPerEpoch + 1;
    return (int) Math.min(epochs, needed);
  }

  /** Returns the step that a run ends with which starts after {@code done} steps. */
  long lastStep(long done) {
    return steps > Long.MAX_VALUE - done ? Long.MAX_VALUE : done + steps;
  }

  double validationShare() {
    return validationShare;
  }

  /** Returns the rows to validate with that were given; null if none. */
  Dataset validationRows() {
    return validation;
  }

  boolean shuffles() {
    return shuffle;
  }

  boolean measuresMetrics() {
    return metrics;
  }

  Progress newProgress() {
    return progress == null ? Progress.silent() : Progress.on(progress, everyEpoch);
  }

  /** Gives every hyperparameter its declared value or what overrides it; all or none change. */
  void override(String network, List<Hyperparameter> known) {
    new Overrides(network, known).apply(overrides);
  }
}
