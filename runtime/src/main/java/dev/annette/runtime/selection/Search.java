package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * The search for the best options of a run: every combination of a grid, or candidates by chance,
 * which find what matters in fewer runs where only some dimensions do (Bergstra and Bengio 2012).
 *
 * <pre>{@code
 * SearchResult result =
 *     Search.random(space, 40).resampling(Resampling.folds(5)).seed(7)
 *         .run(DigitsTrainer::create, digits, training);
 * trainer.fit(digits, result.best().training());
 * }</pre>
 *
 * <p>All candidates have the same cuts of the rows and the same seeds: the rows are cut with the
 * seed, and fold i, from 1, is trained by the trainer of {@code seed + i}. So do the candidates by
 * chance follow from the seed. One that diverges, or that the network refuses, is recorded with the
 * message, and the others go on.
 */
public final class Search {
  private static final double DEFAULT_HOLDOUT = 0.2;

  private final Space space;
  private final int count;
  private final boolean isGrid;
  private final Resampling resampling;
  private final Criterion criterion;
  private final long seed;

  private Search(
      Space space,
      int count,
      boolean isGrid,
      Resampling resampling,
      Criterion criterion,
      long seed) {
    this.space = space;
    this.count = count;
    this.isGrid = isGrid;
    this.resampling = resampling;
    this.criterion = criterion;
    this.seed = seed;
  }

  /**
   * Returns the search of every combination of all choices and of this many numbers of each range,
   * at equal differences or factors, both ends included. It is ranked by the mean validation loss
   * on a fifth of the rows, with seed 0.
   */
  public static Search grid(Space space, int pointsPerRange) {
    return of(space, pointsPerRange, true, "points per range");
  }

  /**
   * Returns the search of this many candidates by chance, no two alike. It is ranked by the mean
   * validation loss on a fifth of the rows, with seed 0.
   */
  public static Search random(Space space, int candidates) {
    return of(space, candidates, false, "candidates");
  }

  private static Search of(Space space, int count, boolean isGrid, String what) {
    if (space.names().isEmpty()) {
      throw new IllegalArgumentException(
          "a search of an empty space has nothing to choose; add a range or a choice");
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "a search with %d %s; it needs at least 1".formatted(count, what));
    }
    Resampling fifth = Resampling.holdout(DEFAULT_HOLDOUT);
    return new Search(space, count, isGrid, fifth, Criterion.LOSS, 0);
  }

  /** Returns the search that measures candidates on other rows: {@code Resampling.folds(5)}. */
  public Search resampling(Resampling other) {
    Objects.requireNonNull(other, "resampling");
    return new Search(space, count, isGrid, other, criterion, seed);
  }

  /** Returns the search for the largest mean of a metric: {@code accuracy}, {@code r2}. */
  public Search maximizing(String metric) {
    return rankedBy(new Criterion(Objects.requireNonNull(metric, "metric"), true));
  }

  /** Returns the search for the smallest mean of a metric: {@code mae}. */
  public Search minimizing(String metric) {
    return rankedBy(new Criterion(Objects.requireNonNull(metric, "metric"), false));
  }

  private Search rankedBy(Criterion other) {
    return new Search(space, count, isGrid, resampling, other, seed);
  }

  /** Returns the search with another seed, for the candidates, the folds and the trainers. */
  public Search seed(long other) {
    return new Search(space, count, isGrid, resampling, criterion, other);
  }

  /**
   * Trains and measures the candidates, one after the other.
   *
   * @param trainers makes a trainer that has learned nothing from a seed
   * @param training the options that candidates change
   * @throws IllegalArgumentException if the rows cannot be cut or do not fit the network, or
   *     nothing measures the metric
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public <M extends NetworkModel> SearchResult run(
      LongFunction<? extends NetworkTrainer<M>> trainers, Dataset rows, Training training) {
    rows.check(trainers.apply(seed).description());
    FoldRuns<M> runs = new FoldRuns<>(trainers, resampling.splits(rows, seed), seed);
    List<Trial> trials = new ArrayList<>();
    for (Candidate candidate : isGrid ? space.grid(count) : space.draw(count, seed)) {
      Trial trial = Trial.of(trials.size() + 1, candidate, runs, training);
      trial.outcome().scores().ifPresent(criterion::of);
      trials.add(trial);
    }
    return new SearchResult(space.names(), criterion.ranked(trials));
  }
}
