package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;

import dev.annette.runtime.model.EpochRecord;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The network does better and better on training rows, and worse on others. */
final class Overfitting implements Rule {
  static final String KEY = "overfitting";

  /** So few epochs show no course. */
  static final int FEWEST_EPOCHS = 3;

  /** By which share of its best the validation loss rises. */
  static final double RISE = 0.1;

  /** By which share of the yardstick at least, so that noise near 0 is none. */
  static final double LEAST_RISE = 0.02;

  /** How many times the data loss the validation loss is. */
  static final double GAP_RATIO = 1.5;

  /** By which share of the yardstick at least. */
  static final double LEAST_GAP = 0.2;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    if (!run.validates() || run.length() < FEWEST_EPOCHS) {
      return Optional.empty();
    }
    return rose(run)
        ? Optional.of(rise(run))
        : gapes(run) ? Optional.of(gap(run)) : Optional.empty();
  }

  /** Returns whether the run kept weights from beyond the best validation loss. */
  private static boolean rose(RunRecord run) {
    EpochRecord best = run.best();
    EpochRecord kept = run.kept();
    double rise = kept.validationLoss() - best.validationLoss();
    return rise > RISE * best.validationLoss()
        && rise > LEAST_RISE * run.yardstick()
        && kept.dataLoss() < best.dataLoss();
  }

  private static Finding rise(RunRecord run) {
    EpochRecord best = run.best();
    EpochRecord kept = run.kept();
    return new Finding(
        KEY,
        Finding.Severity.PROBLEM,
        ("the validation loss was best in epoch %d, %s, and is %s in epoch %d, while"
                + " the data loss fell from %s to %s")
            .formatted(
                best.epoch(),
                number(best.validationLoss()),
                number(kept.validationLoss()),
                kept.epoch(),
                number(best.dataLoss()),
                number(kept.dataLoss())),
        new Advice(run.observed()).againstMemorising()
            + "; and Training.earlyStopping(EarlyStopping.defaults()), which returns to epoch "
            + best.epoch());
  }

  private static boolean gapes(RunRecord run) {
    EpochRecord kept = run.kept();
    double gap = kept.validationLoss() - kept.dataLoss();
    return kept.validationLoss() > GAP_RATIO * kept.dataLoss() && gap > LEAST_GAP * run.yardstick();
  }

  private static Finding gap(RunRecord run) {
    EpochRecord kept = run.kept();
    return new Finding(
        KEY,
        Finding.Severity.PROBLEM,
        "in epoch %d the validation loss, %s, is %s times the data loss, %s"
            .formatted(
                kept.epoch(),
                number(kept.validationLoss()),
                String.format(Locale.ROOT, "%.1f", kept.validationLoss() / kept.dataLoss()),
                number(kept.dataLoss())),
        new Advice(run.observed()).againstMemorising());
  }

  @Override
  public Set<String> yieldsTo() {
    return Set.of(HighLearningRate.KEY);
  }
}
