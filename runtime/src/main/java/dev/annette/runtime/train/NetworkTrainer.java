package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowSource;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.uncertainty.MonteCarlo;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import dev.annette.runtime.uncertainty.Sampler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A network that learns; the generated trainers implement it. Not for use by several threads at
 * once.
 *
 * <p>Flat arrays of parameters or gradients hold what is learned, without the statistics of inputs,
 * in the order of the description.
 *
 * @param <M> the model that a snapshot is
 */
public interface NetworkTrainer<M extends NetworkModel> {

  /** Returns what the network is made of. */
  NetworkDescription description();

  /**
   * Returns a table of layers with their modifiers, parameters and costs, and what is known of the
   * runs so far: m, every penalty with its effective strength, and the memory in use.
   */
  default String summary() {
    return TrainerSummary.of(description().summary(), this);
  }

  /** Returns a trainer of the same network that has learned nothing. */
  NetworkTrainer<M> fresh(long seed);

  /** Returns what does not depend on the network: counters, history, optimizer. */
  TrainingState state();

  /**
   * Makes one update from a batch and returns the data loss before it, without penalties. Label
   * smoothing, mixup and class weights act on what is learned, not on the batch given.
   *
   * @throws IllegalArgumentException if the batch does not fit, naming row, column and value
   * @throws IllegalStateException if {@link #prepare} or {@link #fit} were not called before
   * @throws TrainingDivergedException if the loss is not finite, and nothing has changed then; or
   *     if a gradient is not, after which the weights are not either ({@link #fit} returns to good
   *     ones)
   */
  double step(Batch batch);

  /**
   * Writes the gradient of the data loss of the batch as it is, without penalties on parameters,
   * and returns this loss; nothing is learned. Penalties on what layers hand on are part of the
   * gradient.
   *
   * @param gradients {@code [parameterCount()]}
   */
  double gradients(Batch batch, float[] gradients);

  /**
   * Returns what predicts with the noise of training, for one thread, while nothing is learned.
   *
   * @param seed what the noise is keyed by
   * @throws IllegalStateException if the network has nothing random
   */
  default Sampler sampler(long seed) {
    throw new IllegalStateException(
        description().network()
            + " has nothing random: every sample would be the same. Monte Carlo prediction needs"
            + " noise such as @Dropout on a layer.");
  }

  /**
   * Predicts every row many times with the noise of training, such as dropout (Gal and Ghahramani
   * 2016). Normalisation keeps its running statistics; nothing is learned, counted or changed. The
   * rates are those of the declaration, or of the last run of this trainer.
   *
   * @param rows {@code [rows][inputSize]}
   * @param samples predictions of every row, at least 2
   * @param seed the same seed and rows give the same bits, for any number of threads
   * @throws IllegalArgumentException naming row, column and value if a row does not fit
   * @throws IllegalStateException if the network has nothing random, or the statistics of its
   *     inputs are not measured yet
   */
  default MonteCarloPrediction predictMonteCarlo(float[][] rows, int samples, long seed) {
    state().parameters().requireFitted();
    return new MonteCarlo(description(), this::sampler, state().threads())
        .predict(rows, samples, seed);
  }

  /** Predicts the rows of a dataset many times; their targets are not read. */
  default MonteCarloPrediction predictMonteCarlo(Dataset rows, int samples, long seed) {
    state().parameters().requireFitted();
    return new MonteCarlo(description(), this::sampler, state().threads())
        .predict(rows, samples, seed);
  }

  /**
   * Returns a snapshot that does not change any more, and that any number of threads may ask. While
   * the trainer learns, the thread that learns takes it, {@link Control#model} in a callback, and
   * hands it to the others: so each answer comes from one set of weights.
   */
  M model();

  /** Shows the values that the last step computed. */
  void inspect(ValueVisitor visitor);

  /**
   * Trains on rows in memory. A second call continues: counters, history, fitted statistics and, if
   * the kind of optimizer is the same, its averages.
   *
   * <p>Interrupting the thread ends the run within one batch, keeps it if it is {@linkplain
   * Training#resumable resumable}, and leaves the thread's interrupt flag set. If the loss, a
   * gradient or a weight stops being finite, the weights of the last good epoch return. What a
   * {@link Callback} throws ends the run as well; the weights and the history stay as they are.
   * Every schedule is asked before the run for its factor in each epoch, or update, that it counts,
   * up to the 100,000th; one that leaves its range only later, or answers otherwise when asked
   * again, ends the run there as a callback would.
   *
   * @throws IllegalArgumentException if the rows, the statistics of their columns, the options or a
   *     schedule before the run do not fit the network; nothing has changed then
   * @throws TrainingDivergedException naming epoch and batch
   */
  default History fit(Dataset rows, Training training) {
    Objects.requireNonNull(rows, "rows are null; fit learns from rows");
    Objects.requireNonNull(training, "training is null; say Training.epochs(n)");
    return Fit.over(this, rows, training).run();
  }

  /**
   * Trains on rows that are read anew for every pass, so that they need not be in memory; all else
   * is as with a dataset. Before the first step they are read as often as the statistics of the
   * inputs take passes, at least once, and every row is checked. The order of an epoch is that of
   * the source, mixed by {@link Training#shuffleBuffer}.
   *
   * @throws IOException if rows cannot be read; in the first passes nothing has changed then
   * @throws IllegalArgumentException if the rows or the options do not fit the network; in the
   *     first passes nothing has changed then
   * @throws TrainingDivergedException naming epoch and batch
   */
  default History fit(RowSource rows, Training training) throws IOException {
    Objects.requireNonNull(rows, "rows are null; fit learns from rows");
    Objects.requireNonNull(training, "training is null; say Training.epochs(n)");
    try {
      return Fit.over(this, rows, training).run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Takes the options for {@link #step steps} that the caller makes.
   *
   * @param training {@code Training.online()} with an optimizer, and {@code examples(m)} if a
   *     penalty is divided by m
   * @throws IllegalArgumentException if an override names nothing here; nothing has changed then
   * @throws IllegalStateException if m is needed and not given; nothing has changed then
   */
  default void prepare(Training training) {
    Objects.requireNonNull(training, "training is null; say Training.online()");
    RunOptions options = training.options();
    double examples = options.examplesOr(0);
    Transformations ofBatches = Transformations.online(options, description(), state().seed());
    state().prepare(options, ofBatches, examples, options.onlineBatchSize(), RunLength.UNKNOWN);
  }

  /** Measures the statistics of the inputs on these rows; {@link #fit} does so by itself. */
  default void fitInputs(Dataset rows) {
    Objects.requireNonNull(rows, "rows are null; fitInputs measures rows");
    state().inputs().fit(rows);
  }

  /** Returns what a {@link Training} may override, with the values of the last run. */
  default List<Hyperparameter> hyperparameters() {
    return state().hyperparameters();
  }

  /** Returns how many numbers are learned. */
  default int parameterCount() {
    return state().parameters().size();
  }

  /** Copies what is learned to {@code [parameterCount()]}. */
  default void getParameters(float[] values) {
    state().parameters().copyTo(values);
  }

  /** Replaces what is learned by {@code [parameterCount()]} finite numbers. */
  default void setParameters(float[] values) {
    state().parameters().copyFrom(values);
  }

  /**
   * Returns a copy of one parameter, or of statistics of the inputs.
   *
   * @param name its name in the description: {@code hidden.weights}
   */
  default float[] parameter(String name) {
    return state().parameters().copyOf(name);
  }

  /** Replaces the numbers of one parameter; all must be finite. */
  default void setParameter(String name, float... values) {
    state().parameters().set(name, values);
  }

  /** Returns the sum of all {@link #penalties}, added in the order of their names. */
  default double penalty() {
    double sum = 0;
    for (double penalty : penalties().values()) {
      sum += penalty;
    }
    return sum;
  }

  /**
   * Returns every penalty by name, {@code hidden.weights.l2}: of the weights as they are, and of
   * what layers handed on for the rows since the epoch or the run began. A decoupled decay is none.
   *
   * @throws IllegalStateException if a penalty is divided by m or by the rows of a batch, and they
   *     are not known yet
   */
  default SortedMap<String, Double> penalties() {
    SortedMap<String, Double> ledger = state().descent().penalties().values();
    state().activities().addTo(ledger);
    return ledger;
  }

  /** Adds the gradient of all penalties on parameters to {@code [parameterCount()]}. */
  default void addPenaltyGradients(double[] gradients) {
    state().descent().penalties().addGradient(gradients);
  }

  /**
   * Measures a snapshot on rows.
   *
   * @throws IllegalArgumentException if the rows do not fit the network
   */
  default Evaluation evaluate(Dataset rows) {
    Objects.requireNonNull(rows, "rows are null; evaluate measures rows");
    return Evaluation.of(model(), rows);
  }
}
