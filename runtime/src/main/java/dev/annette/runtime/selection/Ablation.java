package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * What each regulariser of a network contributes: the network is trained with and without each of
 * them, in all 2^k combinations, as in table 9 of Srivastava et al. (2014).
 *
 * <pre>{@code
 * AblationResult result =
 *     Ablation.ofDeclared()
 *         .and("early stopping", options -> options.earlyStopping(EarlyStopping.defaults()))
 *         .seeds(1, 2, 3)
 *         .run(DigitsTrainer::create, digits, training);
 * }</pre>
 *
 * <p>All combinations have the same cuts of the rows and the same seeds: for every seed the rows
 * are cut with it, and fold i, from 1, is trained by the trainer of {@code seed + i}. A combination
 * that diverges is recorded, and the others go on.
 */
public final class Ablation {
  /** The most declared regularisers that are combined without being asked for by name. */
  private static final int MOST_DECLARED = 6;

  /** The most that can be combined at all: 65,536 networks a seed and fold. */
  private static final int MOST = 16;

  private static final double DEFAULT_HOLDOUT = 0.2;

  private final List<Setting> chosen;
  private final List<Factor> added;
  private final Resampling resampling;
  private final long[] seeds;

  private Ablation(List<Setting> chosen, List<Factor> added, Resampling resampling, long... seeds) {
    this.chosen = chosen;
    this.added = added;
    this.resampling = resampling;
    this.seeds = seeds;
  }

  /**
   * Returns the ablation of every rate and strength that the annotations declare, at most 6, on a
   * fifth of the rows that is kept for validation, with the seeds 1, 2 and 3.
   */
  public static Ablation ofDeclared() {
    return new Ablation(List.of(), List.of(), Resampling.holdout(DEFAULT_HOLDOUT), 1, 2, 3);
  }

  /** Returns the ablation of these settings alone. */
  public static Ablation of(Setting... settings) {
    if (settings.length == 0) {
      throw new IllegalArgumentException(
          "an ablation of no setting leaves nothing out; ofDeclared() takes all there are");
    }
    return new Ablation(List.of(settings), List.of(), Resampling.holdout(DEFAULT_HOLDOUT), 1, 2, 3);
  }

  /**
   * Returns the ablation of something else too.
   *
   * @param name how tables name it
   * @param with what it makes of the options of a run that has it
   */
  public Ablation and(String name, UnaryOperator<Training> with) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(with, "with");
    List<Factor> all = new ArrayList<>(added);
    all.add(new Factor(name, with, UnaryOperator.identity()));
    return new Ablation(chosen, List.copyOf(all), resampling, seeds);
  }

  /** Returns the ablation that is measured on other rows: {@code Resampling.folds(5)}. */
  public Ablation resampling(Resampling other) {
    return new Ablation(chosen, added, Objects.requireNonNull(other, "resampling"), seeds);
  }

  /**
   * Returns the ablation with other seeds, at least one. Seeds closer together than there are folds
   * share some of their trainers' seeds.
   */
  public Ablation seeds(long... others) {
    if (others.length == 0) {
      throw new IllegalArgumentException("no seeds: a network needs one to start from");
    }
    return new Ablation(chosen, added, resampling, others.clone());
  }

  /**
   * Trains and measures every combination, one after the other.
   *
   * @param trainers makes a trainer that has learned nothing from a seed
   * @param training the options of a run with every setting and nothing that was added
   * @throws IllegalArgumentException if the rows cannot be cut or do not fit the network, it does
   *     not declare a setting, or there are too many
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public <M extends NetworkModel> AblationResult run(
      LongFunction<? extends NetworkTrainer<M>> trainers, Dataset rows, Training training) {
    NetworkTrainer<M> network = trainers.apply(seeds[0]);
    rows.check(network.description());
    List<Factor> factors = new ArrayList<>(declared(network));
    factors.addAll(added);
    requireFew(factors);
    List<FoldRuns<M>> runs = new ArrayList<>();
    for (long seed : seeds) {
      runs.add(new FoldRuns<>(trainers, resampling.splits(rows, seed), seed));
    }
    List<AblationResult.Row> combinations = new ArrayList<>();
    for (int present = 0; present < 1 << factors.size(); present++) {
      combinations.add(combination(factors, present, runs, training));
    }
    return new AblationResult(factors.stream().map(Factor::name).toList(), combinations);
  }

  private List<Factor> declared(NetworkTrainer<?> network) {
    List<Hyperparameter> known = network.hyperparameters();
    if (chosen.isEmpty()) {
      return known.stream().filter(one -> !one.isMomentumOfStatistics()).map(Factor::of).toList();
    }
    List<Factor> factors = new ArrayList<>();
    for (Setting setting : chosen) {
      factors.add(
          known.stream()
              .filter(one -> one.setting().equals(setting))
              .findFirst()
              .map(Factor::of)
              .orElseThrow(() -> unknown(network, setting)));
    }
    return factors;
  }

  private static IllegalArgumentException unknown(NetworkTrainer<?> network, Setting setting) {
    List<Setting> declared =
        network.hyperparameters().stream().map(Hyperparameter::setting).toList();
    return new IllegalArgumentException(
        "%s has no %s to leave out. It declares %s."
            .formatted(network.description().network(), setting, listed(declared)));
  }

  private static String listed(List<?> names) {
    return names.isEmpty()
        ? "none"
        : String.join(", ", names.stream().map(Object::toString).toList());
  }

  private void requireFew(List<Factor> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException(
          "The network declares no rate or strength to leave out, and nothing was added.");
    }
    int most = chosen.isEmpty() ? MOST_DECLARED : MOST;
    if (factors.size() > most) {
      throw new IllegalArgumentException(
          "%d regularisers make %d combinations: %s. Say Ablation.of(...) with those to combine,"
                  .formatted(
                      factors.size(),
                      1L << factors.size(),
                      listed(factors.stream().map(Factor::name).toList()))
              + " at most %d.".formatted(MOST));
    }
  }

  private static <M extends NetworkModel> AblationResult.Row combination(
      List<Factor> factors, int present, List<FoldRuns<M>> runs, Training training) {
    List<Boolean> has = new ArrayList<>();
    Training options = training;
    for (int i = 0; i < factors.size(); i++) {
      boolean with = (present >> i & 1) == 1;
      has.add(with);
      Factor factor = factors.get(i);
      options = (with ? factor.with() : factor.without()).apply(options);
    }
    return new AblationResult.Row(has, Outcome.of(runs, options));
  }
}
