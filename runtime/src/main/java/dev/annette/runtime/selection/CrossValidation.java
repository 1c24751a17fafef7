package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * How well a way of training does on rows that it has not seen: every fold of a dataset is held out
 * in turn, a new trainer learns from the others, and is measured on it (Stone 1974).
 *
 * <pre>{@code
 * CrossValidationResult<DigitsModel> result =
 *     CrossValidation.folds(10).seed(7).run(DigitsTrainer::create, digits, training);
 * }</pre>
 *
 * <p>The rows are cut with the seed; fold i, from 1, is trained by the trainer of {@code seed + i}.
 * Statistics of inputs are measured on the rows that train.
 *
 * <p>The rows of a fold are those that its run validates with, epoch by epoch. Early stopping then
 * chooses the epoch by the rows that it is measured on, which flatters it a little; options with a
 * {@code validationSplit} of their own choose by a share of the rows that train.
 */
public final class CrossValidation {
  private final Resampling resampling;
  private final long seed;

  private CrossValidation(Resampling resampling, long seed) {
    this.resampling = resampling;
    this.seed = seed;
  }

  /** Returns cross-validation with k folds, stratified if rows have classes, and seed 0. */
  public static CrossValidation folds(int k) {
    return of(Resampling.folds(k));
  }

  /** Returns cross-validation with other folds, and seed 0. */
  public static CrossValidation of(Resampling resampling) {
    return new CrossValidation(Objects.requireNonNull(resampling, "resampling"), 0);
  }

  /** Returns the same with another seed, for the folds and the trainers. */
  public CrossValidation seed(long other) {
    return new CrossValidation(resampling, other);
  }

  /**
   * Trains and measures a network per fold, one after the other.
   *
   * @param trainers makes a trainer that has learned nothing from a seed: {@code
   *     DigitsTrainer::create}, {@code trainer::fresh}
   * @param training the options of every run
   * @throws IllegalArgumentException if the rows cannot be cut, or do not fit the network
   * @throws dev.annette.runtime.train.TrainingDivergedException if a run diverges
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public <M extends NetworkModel> CrossValidationResult<M> run(
      LongFunction<? extends NetworkTrainer<M>> trainers, Dataset rows, Training training) {
    FoldRuns<M> runs = new FoldRuns<>(trainers, resampling.splits(rows, seed), seed);
    return CrossValidationResult.of(runs.run(training));
  }
}
