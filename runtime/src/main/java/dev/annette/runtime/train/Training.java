package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The options of a run. Immutable: every method returns a copy with one option changed, and refuses
 * a bad value at once.
 *
 * <p>By default: Adam with its default numbers, batches of 32 rows, shuffled, no validation, all
 * cores, metrics on, silent.
 */
public final class Training extends LayerSettings {
  private final RunOptions options;

  private Training(RunOptions options) {
    this.options = options;
  }

  private Training with(Consumer<RunOptions> change) {
    RunOptions copy = options.copy();
    change.accept(copy);
    return new Training(copy);
  }

  /** Returns a run of this many passes over the training rows. */
  public static Training epochs(int count) {
    return new Training(new RunOptions()).withEpochs(count);
  }

  /** Returns these options for another number of passes over the training rows. */
  public Training withEpochs(int count) {
    Rules.requirePositive(count, "epochs", "a run makes passes over the rows");
    return with(options -> options.epochs = count);
  }

  /** Returns a run of this many updates; the last epoch may be cut short. */
  public static Training steps(long count) {
    Rules.requirePositive(count, "steps", "a run makes updates");
    return new Training(new RunOptions()).with(options -> options.steps = count);
  }

  /** Returns options for {@link NetworkTrainer#step steps} that the caller makes. */
  public static Training online() {
    return new Training(new RunOptions()).with(options -> options.online = true);
  }

  /** Sets how many rows one update learns from; 32 by default. */
  public Training batchSize(int rows) {
    Rules.requirePositive(rows, "batchSize", "an update learns from rows");
    return with(options -> options.batchSize = rows);
  }

  /** Makes every update learn from all training rows. */
  public Training fullBatch() {
    return with(options -> options.batchSize = Integer.MAX_VALUE);
  }

  /** Sets the optimizer; Adam with learning rate 0.001 by default. */
  public Training optimizer(Optimizer rule) {
    Objects.requireNonNull(rule, "optimizer");
    return with(options -> options.optimizer = rule);
  }

  /**
   * Keeps a share of the rows, chosen by chance, out of training and measures the loss on them
   * after every epoch; of rows with classes, the same share of every class.
   */
  public Training validationSplit(double share) {
    Rules.require(NumberRule.VALIDATION_SHARE, share, "validationSplit");
    return with(options -> options.validate(null, share));
  }

  /** Measures the loss on these rows after every epoch. */
  public Training validation(Dataset rows) {
    Objects.requireNonNull(rows, "validation");
    return with(options -> options.validate(rows, 0));
  }

  /** Returns whether rows to validate with, or a share of them, were given. */
  public boolean validates() {
    return options.validation != null || options.validationShare > 0;
  }

  /** Returns whether batches change before they are learned from, by weights or mixed targets. */
  public boolean changesBatches() {
    return options.classWeights != null
        || options.balancedClasses
        || options.labelSmoothing > 0
        || options.mixup > 0;
  }

  /** Sets whether every epoch has its own order of the rows; true by default. */
  public Training shuffle(boolean on) {
    return with(options -> options.shuffle = on);
  }

  /**
   * Sets among how many rows the next one is chosen where rows are not in memory but read anew for
   * every pass; 10,000 by default. Rows that lie further apart in the source seldom change places,
   * so a source sorted by its label needs a buffer of about all rows.
   */
  public Training shuffleBuffer(int rows) {
    Rules.requirePositive(rows, "shuffleBuffer", "the next row is chosen among those in it");
    return with(options -> options.shuffleBuffer = rows);
  }

  /** Sets the number of threads; all cores by default. The results do not depend on it. */
  public Training threads(int count) {
    Rules.requirePositive(count, "threads", "a run needs a thread");
    return with(options -> options.threads = count);
  }

  /** Sets m, the number that scaled penalties are divided by; the training rows by default. */
  public Training examples(double m) {
    Rules.require(NumberRule.EXAMPLES, m, "examples");
    return with(options -> options.examples = m);
  }

  @Override
  Training adjusted(Setting setting, Double value, Schedule factor) {
    return with(options -> options.adjust(setting, value, factor));
  }

  /**
   * Makes labels less sure while training (Szegedy et al. 2016): {@code y·(1 − share) + share/K}
   * for the K classes of a cross-entropy, {@code y·(1 − share) + share/2} for every output of a
   * binary one; other losses are refused. The data loss reported is the one that is made small;
   * validation compares with the labels as they are.
   *
   * @param share at least 0 and below 1; 0.1 is usual
   */
  public Training labelSmoothing(double share) {
    Rules.require(NumberRule.LABEL_SMOOTHING, share, "labelSmoothing");
    return with(options -> options.labelSmoothing = share);
  }

  /**
   * Learns from rows between rows (mixup, Zhang et al. 2018): inputs and targets of each row of a
   * batch are mixed with those of another, {@code λ·xᵢ + (1 − λ)·xⱼ}, with one λ ~ Beta(alpha,
   * alpha) for every batch, as in the authors' code. Weights of rows are mixed likewise, and each
   * target has the share of its weight; m stays the number of rows. The data loss reported is that
   * of the mixed rows; validation compares with rows as they are.
   *
   * @param alpha above 0: near 0 rows stay almost as they are, at 1 every λ is as likely; 0.2 is
   *     usual
   */
  public Training mixup(double alpha) {
    Rules.require(NumberRule.MIXUP_ALPHA, alpha, "mixup");
    return with(options -> options.mixup = alpha);
  }

  /**
   * Makes the rows of each class count a number of times, times their own weights. For fit the
   * numbers are scaled so that the training rows count 1 on average, which keeps learning rate and
   * penalties in proportion. Validation and metrics count the rows as they are.
   *
   * @param byClass what each class counts, at least 0; two numbers for a network with one output
   *     that decides between two classes, whose target is the share of the second
   */
  public Training classWeights(double... byClass) {
    for (int k = 0; k < byClass.length; k++) {
      Rules.require(NumberRule.CLASS_WEIGHT, byClass[k], "class weight " + k);
    }
    double[] weights = byClass.clone();
    return with(
        options -> {
          options.classWeights = weights;
          options.balancedClasses = false;
        });
  }

  /**
   * Makes all classes count the same in sum: a row of class k counts {@code n/(K·nₖ)}, with nₖ of
   * the n training rows in class k of the K that have rows (scikit-learn's {@code
   * class_weight='balanced'}); rows with weights are counted by them.
   */
  public Training balancedClassWeights() {
    return with(
        options -> {
          options.classWeights = null;
          options.balancedClasses = true;
        });
  }

  /**
   * Multiplies the optimizer's learning rate by a schedule, or by the product of several: {@code
   * learningRate(WarmUp.over(500).perStep(), CosineDecay.overRun())}.
   */
  public Training learningRate(Schedule... factors) {
    List<Schedule> schedules = List.of(factors);
    return with(options -> options.learningRate = schedules);
  }

  /** Shrinks the learning rate whenever the run has stopped improving. */
  public Training reduceOnPlateau(ReduceOnPlateau reduction) {
    Objects.requireNonNull(reduction, "reduction");
    return with(options -> options.reduceOnPlateau = reduction);
  }

  /** Ends the run when it no longer improves, and returns to the weights of its best epoch. */
  public Training earlyStopping(EarlyStopping stopping) {
    Objects.requireNonNull(stopping, "stopping");
    return with(options -> options.earlyStopping = stopping);
  }

  /** Bounds the magnitude of every number of the data loss's gradient. */
  public Training clipValue(double limit) {
    return clip(new Clipping(Clipping.Kind.VALUE, limit));
  }

  /** Bounds the length of the data loss's gradient for every parameter on its own. */
  public Training clipNorm(double limit) {
    return clip(new Clipping(Clipping.Kind.NORM, limit));
  }

  /** Bounds the length of the data loss's gradient for all parameters together. */
  public Training clipGlobalNorm(double limit) {
    return clip(new Clipping(Clipping.Kind.GLOBAL_NORM, limit));
  }

  private Training clip(Clipping clipping) {
    return with(options -> options.clipping = clipping.instead(options.clipping));
  }

  /** Averages the weights: validation and the model take the average, updates the weights. */
  public Training averaging(Averaging average) {
    Objects.requireNonNull(average, "average");
    return with(options -> options.averaging = average);
  }

  /** Adds a callback; those added earlier are called first. */
  public Training callback(Callback callback) {
    Objects.requireNonNull(callback, "callback");
    return with(options -> options.add(callback));
  }

  /** Keeps the run in a file, from which it goes on when the program is started again. */
  public Training resumable(Resumption resumption) {
    Objects.requireNonNull(resumption, "resumption");
    return with(options -> options.resumption = resumption);
  }

  /** Sets whether metrics of the validation rows are measured after every epoch. */
  public Training metrics(boolean on) {
    return with(options -> options.metrics = on);
  }

  /**
   * Measures a metric of the caller's on the validation rows after every epoch. It is in the
   * history by its name, which early stopping and reductions on plateaus can watch.
   *
   * @param name a letter, then letters, digits and {@code _ . @ -}
   * @param metric makes one without rows, for every epoch
   */
  public Training metric(String name, Supplier<? extends Metric> metric) {
    NamedMetric named = new NamedMetric(name, metric);
    return with(options -> options.add(named));
  }

  /**
   * Switches off remarks, in the report and in the history.
   *
   * @param keys those in their brackets, without {@code annette/}: {@code adaptive-l2}
   */
  public Training allow(String... keys) {
    List<Remark.Kind> kinds = Arrays.stream(keys).map(Remark.Kind::of).toList();
    return with(options -> kinds.forEach(options::allow));
  }

  /** Reports the run on standard output: as a bar on a terminal, else as a log. */
  public Training progress() {
    return progress(Progress.standard());
  }

  /** Reports the run on a stream or writer: as a log, or a bar if it is that of a terminal. */
  public Training progress(Appendable out) {
    return progress(Progress.on(out));
  }

  /** Reports the run in this form. */
  public Training progress(Progress form) {
    Objects.requireNonNull(form, "progress");
    return with(options -> options.progress = form);
  }

  /** Returns what was said. */
  RunOptions options() {
    return options;
  }
}
