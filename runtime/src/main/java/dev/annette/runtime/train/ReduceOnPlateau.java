package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A learning rate that shrinks whenever the run has stopped improving, with the names, meaning and
 * defaults of Keras' ReduceLROnPlateau. PyTorch counts one epoch more of patience and of cooldown.
 *
 * @param monitor what is watched, as in {@link EarlyStopping}
 * @param mode which way it improves
 * @param factor what the learning rate is multiplied by, above 0 and below 1; 0.1 by default
 * @param patience after how many epochs without improvement, at least 1; 10 by default
 * @param minDelta by more than which difference an epoch must be better than the best one to count,
 *     at least 0; 1e-4 by default
 * @param cooldown how many epochs pass after a reduction before epochs count again; 0 by default
 * @param minRate the learning rate that no reduction goes below; 0 by default
 */
public record ReduceOnPlateau(
    String monitor,
    Mode mode,
    double factor,
    int patience,
    double minDelta,
    int cooldown,
    double minRate) {

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException naming the option and its range
   */
  public ReduceOnPlateau {
    new Monitor(monitor, mode);
    Rules.require(NumberRule.REDUCTION, factor, "factor of ReduceOnPlateau");
    Rules.requirePositive(
        patience, "patience of ReduceOnPlateau", "patience counts epochs without improvement");
    Rules.require(NumberRule.IMPROVEMENT, minDelta, "minDelta of ReduceOnPlateau");
    Rules.requireNotNegative(
        cooldown, "cooldown of ReduceOnPlateau", "it counts epochs that are not watched");
    Rules.require(NumberRule.LEAST_RATE, minRate, "minRate of ReduceOnPlateau");
  }

  /** Returns a reduction with all defaults. */
  public static ReduceOnPlateau defaults() {
    return new ReduceOnPlateau("", Mode.AUTO, 0.1, 10, 1e-4, 0, 0);
  }

  /** Returns the same watching another number. */
  public ReduceOnPlateau withMonitor(String name) {
    return new ReduceOnPlateau(name, mode, factor, patience, minDelta, cooldown, minRate);
  }

  /** Returns the same with the direction in which the number improves. */
  public ReduceOnPlateau withMode(Mode direction) {
    return new ReduceOnPlateau(monitor, direction, factor, patience, minDelta, cooldown, minRate);
  }

  /** Returns the same with another factor. */
  public ReduceOnPlateau withFactor(double share) {
    return new ReduceOnPlateau(monitor, mode, share, patience, minDelta, cooldown, minRate);
  }

  /** Returns the same with another patience. */
  public ReduceOnPlateau withPatience(int epochs) {
    return new ReduceOnPlateau(monitor, mode, factor, epochs, minDelta, cooldown, minRate);
  }

  /** Returns the same with another difference that counts. */
  public ReduceOnPlateau withMinDelta(double difference) {
    return new ReduceOnPlateau(monitor, mode, factor, patience, difference, cooldown, minRate);
  }

  /** Returns the same with epochs that do not count after a reduction. */
  public ReduceOnPlateau withCooldown(int epochs) {
    return new ReduceOnPlateau(monitor, mode, factor, patience, minDelta, epochs, minRate);
  }

  /** Returns the same with a learning rate that no reduction goes below. */
  public ReduceOnPlateau withMinRate(double rate) {
    return new ReduceOnPlateau(monitor, mode, factor, patience, minDelta, cooldown, rate);
  }

  /** Returns what is watched. */
  Monitor watching() {
    return new Monitor(monitor, mode);
  }

  /** Returns what is known before the first epoch. */
  State start() {
    return new State(watching().worst(), 0, 0, false);
  }

  /** Returns what is known after one more epoch with this number; NaN is no improvement. */
  State next(State before, double value) {
    boolean cooling = before.cooldown > 0;
    int cooldownLeft = cooling ? before.cooldown - 1 : 0;
    int counted = cooling ? 0 : before.waited;
    if (watching().improves(value, before.best, minDelta)) {
      return new State(value, 0, cooldownLeft, false);
    }
    if (cooldownLeft > 0) {
      return new State(before.best, counted, cooldownLeft, false);
    }
    boolean reduces = counted + 1 >= patience;
    return new State(before.best, reduces ? 0 : counted + 1, reduces ? cooldown : 0, reduces);
  }

  /** Returns the learning rate after a reduction. */
  double reduced(double rate) {
    return Math.min(rate, Math.max(rate * factor, minRate));
  }

  /**
   * What a reduction knows of a run.
   *
   * @param best the best number so far, infinite before the first
   * @param waited the epochs since it that count
   * @param cooldown the epochs that do not count yet
   * @param reduces whether the learning rate shrinks here
   */
  record State(double best, int waited, int cooldown, boolean reduces) {}
}
