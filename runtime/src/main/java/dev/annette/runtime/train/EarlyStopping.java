package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * The end of a run that no longer improves, after which the weights of the best epoch come back.
 *
 * <p>Names and meaning are those of Keras' EarlyStopping, but two defaults are not: the best
 * weights are restored, also when all epochs ran, and patience is 10. The loss watched is the data
 * loss, without penalties, so that another λ does not change what is compared.
 *
 * @param monitor what is watched: {@code validation_loss}, {@code data_loss}, {@code loss} (data
 *     loss and penalty), {@code penalty} or a metric, {@code accuracy}; empty, the default: the
 *     validation loss, or the data loss where nothing is validated
 * @param mode which way it improves
 * @param minDelta by more than which difference an epoch must be better than the best one to count,
 *     at least 0; 0 by default
 * @param patience after how many epochs in a row without improvement the run ends; 10 by default
 * @param baseline what an epoch must also improve on for patience to start again; NaN, the default:
 *     nothing
 * @param startFromEpoch how many epochs pass before anything is watched; 0 by default
 * @param restoreBest whether the weights of the best epoch come back; true by default
 */
public record EarlyStopping(
    String monitor,
    Mode mode,
    double minDelta,
    int patience,
    double baseline,
    int startFromEpoch,
    boolean restoreBest) {

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException naming the option and its range
   */
  public EarlyStopping {
    new Monitor(monitor, mode);
    Rules.require(NumberRule.IMPROVEMENT, minDelta, "minDelta of EarlyStopping");
    Rules.requireNotNegative(
        patience, "patience of EarlyStopping", "patience counts epochs without improvement");
    Rules.requireNotNegative(
        startFromEpoch, "startFromEpoch of EarlyStopping", "it counts epochs that are not watched");
  }

  /** Returns early stopping with all defaults. */
  public static EarlyStopping defaults() {
    return new EarlyStopping("", Mode.AUTO, 0, 10, Double.NaN, 0, true);
  }

  /** Returns the same watching another number. */
  public EarlyStopping withMonitor(String name) {
    return new EarlyStopping(name, mode, minDelta, patience, baseline, startFromEpoch, restoreBest);
  }

  /** Returns the same with the direction in which the number improves. */
  public EarlyStopping withMode(Mode direction) {
    return new EarlyStopping(
        monitor, direction, minDelta, patience, baseline, startFromEpoch, restoreBest);
  }

  /** Returns the same with another difference that counts. */
  public EarlyStopping withMinDelta(double difference) {
    return new EarlyStopping(
        monitor, mode, difference, patience, baseline, startFromEpoch, restoreBest);
  }

  /** Returns the same with another patience. */
  public EarlyStopping withPatience(int epochs) {
    return new EarlyStopping(
        monitor, mode, minDelta, epochs, baseline, startFromEpoch, restoreBest);
  }

  /** Returns the same with a baseline. */
  public EarlyStopping withBaseline(double value) {
    return new EarlyStopping(monitor, mode, minDelta, patience, value, startFromEpoch, restoreBest);
  }

  /** Returns the same with epochs that are not watched. */
  public EarlyStopping withStartFromEpoch(int epochs) {
    return new EarlyStopping(monitor, mode, minDelta, patience, baseline, epochs, restoreBest);
  }

  /** Returns the same with or without the return to the best weights. */
  public EarlyStopping withRestoreBest(boolean restore) {
    return new EarlyStopping(monitor, mode, minDelta, patience, baseline, startFromEpoch, restore);
  }

  /** Returns what is watched. */
  Monitor watching() {
    return new Monitor(monitor, mode);
  }

  /** Returns what is known before the first epoch. */
  State start() {
    return new State(0, watching().worst(), 0, 0, false);
  }

  /** Returns what is known after one more epoch with this number; NaN is no improvement. */
  State next(State before, double value) {
    int epoch = before.epochs + 1;
    if (Double.isNaN(value) || epoch <= startFromEpoch) {
      return new State(epoch, before.best, before.bestEpoch, before.waited, false);
    }
    int waited = before.waited + 1;
    if (watching().improves(value, before.best, minDelta)) {
      boolean counts = Double.isNaN(baseline) || watching().improves(value, baseline, minDelta);
      return new State(epoch, value, epoch, counts ? 0 : waited, false);
    }
    boolean stops = waited >= patience && epoch > 1;
    return new State(epoch, before.best, before.bestEpoch, waited, stops);
  }

  /**
   * What early stopping knows of a run.
   *
   * @param epochs the epochs of the run so far
   * @param best the best number so far, infinite before the first
   * @param bestEpoch the epoch of the run that had it, from 1; 0 before the first
   * @param waited the epochs since the last improvement that counts
   * @param stops whether the run ends here
   */
  record State(int epochs, double best, int bestEpoch, int waited, boolean stops) {}
}
