package dev.annette.runtime.selection;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.PenaltyTerm;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The λ at which a path begins: one at which the penalty leaves no weight. */
final class StrongestPenalty {
  /** How often a λ is doubled or halved before the search is given up. */
  private static final int MOST_TRIES = 60;

  /** The λ that is tried first where 0 is declared. */
  private static final double FIRST_TRY = 1;

  private final NetworkTrainer<?> network;
  private final Strength strength;

  /** The settings that set weights to exactly 0. */
  private final Set<Setting> sparse;

  /** Takes a trainer that has learned nothing, of which fresh ones are made. */
  StrongestPenalty(NetworkTrainer<?> network, Strength strength) {
    this.network = network;
    this.strength = strength;
    sparse =
        network.state().learned().stream()
            .flatMap(parameter -> parameter.terms().stream())
            .filter(PenaltyTerm::makesZeros)
            .map(term -> term.strength().setting())
            .collect(Collectors.toSet());
  }

  /** Returns whether a smaller λ is stronger, as C is. */
  boolean isInverse() {
    return network.hyperparameters().stream()
        .anyMatch(one -> one.setting().equals(strength.first()) && one.off() != 0);
  }

  /**
   * Returns the λ.
   *
   * @throws IllegalArgumentException if no λ of the settings leaves no weight
   */
  double of(Dataset rows, Training training) {
    if (strength.factors().keySet().stream().noneMatch(sparse::contains)) {
      throw new IllegalArgumentException(
          "%s makes no weight 0, so nothing says where its path begins: say from(lambda)."
              .formatted(strength.first()));
    }
    boolean asTheyAre = !training.validates() && !training.changesBatches();
    OptionalDouble exact = asTheyAre ? exact(rows, training) : OptionalDouble.empty();
    return exact.isPresent() ? exact.getAsDouble() : searched(rows, training);
  }

  /** Returns the exact λ of a single layer whose weights have a kink at 0, if it is one. */
  private OptionalDouble exact(Dataset rows, Training training) {
    if (!SingleLayer.isWholeOf(network, strength.first())) {
      return OptionalDouble.empty();
    }
    NetworkTrainer<?> trainer = fresh();
    FoldRuns.fit(trainer, rows, strength.on(training.withEpochs(1), 1));
    double effectiveOfOne = strength.effective(trainer.model(), 1);
    OptionalDouble gradient = new SingleLayer(trainer).largestGradientAtZero(rows);
    return gradient.isEmpty()
        ? gradient
        : OptionalDouble.of(
            isInverse()
                ? effectiveOfOne / gradient.getAsDouble()
                : gradient.getAsDouble() / effectiveOfOne);
  }

  private double searched(Dataset rows, Training training) {
    double lambda = firstTry();
    boolean vanishedBefore = false;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      boolean vanish = vanish(rows, strength.on(training, lambda));
      if (vanishedBefore && !vanish) {
        return stronger(lambda, 2);
      }
      if (vanish && tries > 0 && !vanishedBefore) {
        return lambda;
      }
      vanishedBefore = vanish;
      lambda = stronger(lambda, vanish ? 0.5 : 2);
    }
    throw new IllegalArgumentException(
        (vanishedBefore ? "The weights are all 0 even with" : "The weights are not all 0 even with")
            + " %s = %s: say from(lambda).".formatted(strength.first(), NumberRule.number(lambda)));
  }

  private double firstTry() {
    return network.hyperparameters().stream()
        .filter(one -> one.setting().equals(strength.first()))
        .mapToDouble(Hyperparameter::declared)
        .filter(declared -> declared > 0)
        .findFirst()
        .orElse(FIRST_TRY);
  }

  private double stronger(double lambda, double factor) {
    return isInverse() ? lambda / factor : lambda * factor;
  }

  /** Returns whether training leaves no weight in the layers with a sparse penalty. */
  private boolean vanish(Dataset rows, Training training) {
    NetworkTrainer<?> trainer = fresh();
    FoldRuns.fit(trainer, rows, training);
    NetworkModel model = trainer.model();
    SortedMap<String, Long> nonZero = SparsityReport.of(model).nonZero();
    return strength.factors().keySet().stream()
        .filter(sparse::contains)
        .allMatch(setting -> nonZero.getOrDefault(setting.layer(), 0L) == 0);
  }

  private NetworkTrainer<?> fresh() {
    return network.fresh(network.state().seed());
  }
}
