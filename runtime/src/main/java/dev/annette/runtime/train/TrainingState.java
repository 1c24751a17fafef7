package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything of a trainer that does not depend on its network: seed and counters, parameters with
 * their optimizer, the threads, the checks before a step and the history.
 *
 * <p>Not for use by several threads at once; a step uses its threads by itself.
 */
public final class TrainingState {
  private final NetworkDescription description;
  private final long seed;
  private final BatchCheck batchCheck;
  private final Phases phases;
  private final List<FittedStatistics> statistics = new ArrayList<>();
  private final List<RunningStatistic> running = new ArrayList<>();
  private final List<Hyperparameter> hyperparameters = new ArrayList<>();
  private final Activities activities = new Activities();
  private ParameterSet parameters;
  private Descent descent;
  private Transformations transformations;
  private Update update;
  private int batchRows = 1;
  private boolean rowsChecked;
  private final Measuring measuring = new Measuring();
  private long steps;
  private long stepOfBatch;
  private int epochs;
  private List<EpochRecord> history = new ArrayList<>();

  /**
   * Creates the state of a trainer that has learned nothing.
   *
   * @param seed what all random numbers of this trainer are keyed by
   * @param workPerRow multiply-adds of one row; small steps are not worth several threads
   */
  public TrainingState(NetworkDescription description, long seed, long workPerRow) {
    this.description = description;
    this.seed = seed;
    this.batchCheck = new BatchCheck(description);
    this.phases = new Phases(workPerRow, Workers.available());
  }

  /** Adds statistics of the inputs; call before {@link #parameters}. Returns this state. */
  public TrainingState statistics(FittedStatistics... fitted) {
    statistics.addAll(List.of(fitted));
    return this;
  }

  /** Adds statistics that follow the batches; call before {@link #parameters}. */
  public TrainingState running(RunningStatistic... followed) {
    running.addAll(List.of(followed));
    return this;
  }

  /** Adds a penalty on what a layer hands on; returns this state. */
  public TrainingState activities(ActivityPenalty penalty) {
    activities.add(penalty);
    return this;
  }

  /** Takes all parameters of the network; returns this state. */
  public TrainingState parameters(LearnedParameter... learned) {
    parameters = new ParameterSet(description, List.of(learned), statistics, running);
    descent = new Descent(description, parameters);
    update = new Update(description.network(), parameters, phases);
    return this;
  }

  /** Adds what a {@link Training} may override; returns this state. */
  public TrainingState hyperparameters(Hyperparameter... overridable) {
    hyperparameters.addAll(List.of(overridable));
    return this;
  }

  /** Returns what a {@link Training} may override, with the values of the last run. */
  public List<Hyperparameter> hyperparameters() {
    return List.copyOf(hyperparameters);
  }

  /** Returns what is learned with its penalties and constraints, in the description's order. */
  public List<LearnedParameter> learned() {
    return List.copyOf(parameters.parameters());
  }

  /** Returns the seed. */
  public long seed() {
    return seed;
  }

  /** Returns how many updates were made, in all runs. */
  public long steps() {
    return steps;
  }

  /** Returns how many updates were made before the batch at hand. */
  public long stepOfBatch() {
    return stepOfBatch;
  }

  /** Returns how many epochs were finished, in all runs. */
  public int epochs() {
    return epochs;
  }

  /** Returns the finished epochs, in all runs. */
  public List<EpochRecord> history() {
    return List.copyOf(history);
  }

  /**
   * Requires that a batch fits and inputs are measured; nothing has changed if it throws.
   *
   * @throws IllegalArgumentException naming row, column, value and rule
   * @throws IllegalStateException if statistics are not measured yet
   */
  public void check(Batch batch) {
    parameters.requireFitted();
    if (!rowsChecked) {
      batchCheck.require(batch);
    }
    batchRows = batch.rows();
    stepOfBatch = steps;
    activities.reserve(batchRows);
    if (!measuring.active()) {
      descent.schedules().at(steps, epochs);
      descent.schedules().act();
    }
  }

  /**
   * Returns the batch, or what the options of the run make of it, filled anew for each step.
   *
   * @throws IllegalArgumentException if the batch does not fit the network
   */
  public Batch transform(Batch batch) {
    Objects.requireNonNull(batch, "batch is null; a step learns from rows");
    boolean changes = transformations != null && transformations.any();
    if (changes && !rowsChecked) {
      batchCheck.require(batch);
    }
    return changes ? transformations.apply(batch, steps) : batch;
  }

  /** Runs a phase over the rows of a batch, with several threads if the work is worth them. */
  public void forRows(int rows, RowPhase phase) {
    phases.forRows(rows, phase);
  }

  /** Runs a phase over shares of the columns, with several threads if the work is worth them. */
  public void acrossRows(int rows, ColumnPhase phase) {
    phases.acrossRows(rows, phase);
  }

  /**
   * Returns the mean loss of a batch, summed in double precision in the order of the rows.
   *
   * @param rowLoss {@code [rows]}, may be longer
   * @throws TrainingDivergedException naming the step and the first row without a finite loss
   */
  public double dataLoss(float[] rowLoss, Batch batch) {
    double sum = RowLosses.sum(rowLoss, batch.rows());
    if (!Double.isFinite(sum) && !measuring.rowsAlone()) {
      throw RowLosses.diverged(rowLoss, description.network(), steps + 1, descent.optimizer());
    }
    return sum / batch.rows();
  }

  /**
   * Runs the update phase with every parameter learning from its gradient, and counts the step.
   *
   * @throws IllegalStateException if nothing was prepared; no parameter has changed then
   */
  public void update(UpdatePhase phase) {
    update.run(descent, batchRows, phase, steps + 1);
    activities.count(batchRows);
    steps++;
  }

  /**
   * Runs the update phase with every gradient copied out; nothing is learned and no step counted.
   *
   * @param gradients {@code [parameters]}, filled in the order of the description
   */
  public void collect(UpdatePhase phase, float[] gradients) {
    if (measuring.rowsAlone()) {
      return;
    }
    parameters.collect(
        gradients, measuring.statisticsFollow(), () -> phases.update(batchRows, phase));
  }

  /** Returns a copy of all tensors, with where they came from. */
  public ModelContent content() {
    return new ModelContent(
        description,
        new Provenance(
            seed,
            steps,
            epochs,
            descent.examples(),
            descent.optimizerText(),
            descent.optionTexts(),
            descent.acted(activities),
            history),
        parameters.copy());
  }

  /** Returns the penalties on what layers hand on. */
  Activities activities() {
    return activities;
  }

  /** Copies the tensors of a model in and continues its counters and history. */
  public void restore(ModelContent content) {
    parameters.restore(content);
    Provenance provenance = content.provenance();
    resume(provenance.steps(), provenance.epochs(), provenance.history());
    descent.restore(provenance);
  }

  ParameterSet parameters() {
    return parameters;
  }

  /** Returns how many threads a step may use. */
  int threads() {
    return phases.threads();
  }

  Descent descent() {
    return descent;
  }

  /** Takes the options of a run, as {@link Descent#prepare} says. */
  void prepare(
      RunOptions options,
      Transformations ofBatches,
      double examples,
      int rowsOfFullBatch,
      RunLength length) {
    descent.prepare(options, hyperparameters, examples, rowsOfFullBatch, length);
    transformations = ofBatches;
    descent.optionTexts(OptionTexts.of(options, ofBatches));
    update.prepare(options);
    phases.threads(options.threads);
    descent.schedules().start(steps, epochs);
    activities.begin();
  }

  /** Returns the statistics of the inputs. */
  InputStatistics inputs() {
    return new InputStatistics(statistics);
  }

  /** Lets running statistics follow a measurement, which calls its argument after each batch. */
  void followStatistics(Consumer<Runnable> measurement) {
    long before = steps;
    measuring.followStatistics(() -> measurement.accept(() -> steps++));
    steps = before;
  }

  /** Makes gradients of batches compute the values of their rows alone while an observer looks. */
  void observeRows(Runnable observer) {
    measuring.observeRows(observer);
  }

  /** Says whether the rows of the coming batches were checked already. */
  void rowsChecked(boolean checked) {
    rowsChecked = checked;
  }

  /** Lets an average take the weights at the end of an epoch; returns whether it did. */
  boolean endEpoch() {
    return update.endEpoch(epochs - descent.schedules().firstEpoch() + 1);
  }

  /** Adds a finished epoch. */
  void finish(EpochRecord epoch) {
    history.add(epoch);
    epochs = epoch.epoch();
  }

  /** Sets the counters to those of a moment, of which the weights are already. */
  void resume(long stepsDone, int epochsDone, List<EpochRecord> records) {
    steps = stepsDone;
    epochs = epochsDone;
    history = new ArrayList<>(records);
  }
}
