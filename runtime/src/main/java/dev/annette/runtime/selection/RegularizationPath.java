package dev.annette.runtime.selection;

import dev.annette.GroupLasso;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * The networks of many strengths of a penalty, each starting from the weights of the one before,
 * and the strength that predicts best (Friedman, Hastie and Tibshirani 2010, for networks of any
 * kind).
 *
 * <pre>{@code
 * PathResult<DigitsModel> path =
 *     RegularizationPath.l1("hidden").points(30).folds(5).run(DigitsTrainer::create, rows, training);
 * DigitsModel model = path.oneStandardError().model();
 * }</pre>
 *
 * <p>λ falls from a largest value by equal factors. For the L1 penalty of a network that is a
 * single layer the largest value is the smallest that leaves no weight: the largest magnitude in
 * the gradient of the data loss where all weights are 0 and the biases are best, for a squared
 * error {@code max|Xᵀ(y − ȳ)|/m}. For L1 and group lasso in other networks, with biases penalised
 * or weights constrained, or where the options keep rows for validation, weight classes, smooth
 * labels or mix rows, it is found by doubling the declared or a first λ until all weights of these
 * layers are 0, or halving it while they are, so it is up to twice too large. For any other setting
 * say {@link #from}.
 *
 * <p>m is that of the run on all rows in every fold, so a λ has the same effective strength in
 * folds of different sizes. A run is a second fit of the same trainer: its optimizer continues, and
 * the options must let it converge. The rows of a fold are not shown to its runs.
 *
 * <p>Seeds are those of {@link CrossValidation}; the runs on all rows have the seed itself.
 */
public final class RegularizationPath {
  private static final int DEFAULT_POINTS = 100;
  private static final double DEFAULT_RATIO = 1e-3;
  private static final int DEFAULT_FOLDS = 10;

  private final Strength strength;
  private final PathGrid grid;
  private final Resampling resampling;
  private final long seed;
  private final boolean weakestFirst;

  private RegularizationPath(
      Strength strength, PathGrid grid, Resampling resampling, long seed, boolean weakestFirst) {
    this.strength = strength;
    this.grid = grid;
    this.resampling = resampling;
    this.seed = seed;
    this.weakestFirst = weakestFirst;
  }

  /** Returns the path of 100 strengths of a setting, down to a thousandth, with 10 folds. */
  public static RegularizationPath of(Setting setting) {
    return new RegularizationPath(
        Strength.of(setting),
        new PathGrid(0, DEFAULT_RATIO, DEFAULT_POINTS, new double[0]),
        Resampling.folds(DEFAULT_FOLDS),
        0,
        false);
  }

  /** Returns the path of a layer's L1 penalty. */
  public static RegularizationPath l1(String layer) {
    return of(Setting.l1(layer));
  }

  /** Returns the path of a layer's L2 penalty; say {@link #from} where it begins. */
  public static RegularizationPath l2(String layer) {
    return of(Setting.l2(layer));
  }

  /** Returns the path of a layer's group lasso. */
  public static RegularizationPath groupLasso(String layer) {
    return of(Setting.of(layer, GroupLasso.class));
  }

  /**
   * Returns the path on which another setting changes too.
   *
   * @param factor its value as a multiple of λ: 0.5 beside L1 makes an elastic net
   */
  public RegularizationPath and(Setting setting, double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a factor of %s for %s: it must be above 0 and finite".formatted(factor, setting));
    }
    return with(strength.and(setting, factor), grid);
  }

  /** Returns the path that begins with this λ. */
  public RegularizationPath from(double largest) {
    return with(strength, grid.from(largest));
  }

  /** Returns the path whose last λ is this part of the first, above 0 and below 1. */
  public RegularizationPath ratio(double lastOfFirst) {
    return with(strength, grid.withRatio(lastOfFirst));
  }

  /** Returns the path with this many strengths, at least 2. */
  public RegularizationPath points(int count) {
    return with(strength, grid.withPoints(count));
  }

  /** Returns the path of just these λ, from the strongest to the weakest. */
  public RegularizationPath lambdas(double... strongestFirst) {
    return with(strength, grid.withLambdas(strongestFirst));
  }

  /** Returns the path with k folds, stratified if rows have classes. */
  public RegularizationPath folds(int k) {
    return resampling(Resampling.folds(k));
  }

  /** Returns the path with other folds. */
  public RegularizationPath resampling(Resampling other) {
    Objects.requireNonNull(other, "resampling");
    return new RegularizationPath(strength, grid, other, seed, weakestFirst);
  }

  /** Returns the path with another seed, for the folds and the trainers. */
  public RegularizationPath seed(long other) {
    return new RegularizationPath(strength, grid, resampling, other, weakestFirst);
  }

  /**
   * Returns the path that is trained from the weakest strength to the strongest, as LassoNet's
   * (Lemhadri et al. 2021). A hidden layer whose weights are all 0 may have no gradient to leave
   * that point by; on this way it comes to it last.
   */
  public RegularizationPath weakestFirst() {
    return new RegularizationPath(strength, grid, resampling, seed, true);
  }

  private RegularizationPath with(Strength otherStrength, PathGrid otherGrid) {
    return new RegularizationPath(otherStrength, otherGrid, resampling, seed, weakestFirst);
  }

  /**
   * Trains the networks of the path, on all rows and without each fold.
   *
   * @param trainers makes a trainer that has learned nothing from a seed
   * @param training the options of every run
   * @throws IllegalArgumentException if the rows or options do not fit the network, it does not
   *     declare a setting, nothing says where the path begins, or a fold has another effective
   *     strength
   * @throws dev.annette.runtime.train.TrainingDivergedException if a run diverges
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public <M extends NetworkModel> PathResult<M> run(
      LongFunction<? extends NetworkTrainer<M>> trainers, Dataset rows, Training training) {
    FoldRuns<M> folds = new FoldRuns<>(trainers, resampling.splits(rows, seed), seed);
    StrongestPenalty strongest = new StrongestPenalty(trainers.apply(seed), strength);
    double[] lambdas = grid.lambdas(strongest.isInverse(), () -> strongest.of(rows, training));
    return new PathRun<>(folds, strength, lambdas, weakestFirst).run(rows, training);
  }
}
