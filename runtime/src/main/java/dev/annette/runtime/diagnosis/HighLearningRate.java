package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;

import dev.annette.runtime.model.EpochRecord;
import java.util.Optional;

/** The data loss does not settle: it swings, rises, or ends above that of a constant answer. */
final class HighLearningRate implements Rule {
  static final String KEY = "high-learning-rate";

  /** So few epochs show no course. */
  static final int FEWEST_EPOCHS = 4;

  /** The share of epochs that may rise. */
  static final double SWINGING = 0.3;

  /** By which share of the epoch before an epoch rises. */
  static final double RISE = 0.1;

  /** By which share of the yardstick at least. */
  static final double LEAST_RISE = 0.05;

  /** The share of a constant answer's loss that only steps too long lead above. */
  static final double WORSE_THAN_CONSTANT = 1.1;

  /** How many times its smallest the data loss ends at. */
  static final double END = 1.5;

  /** By which share of the yardstick at least. */
  static final double LEAST_END = 0.2;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    if (run.length() < FEWEST_EPOCHS) {
      return Optional.empty();
    }
    int rises = rises(run);
    if (rises >= SWINGING * (run.length() - 1)) {
      return Optional.of(
          finding(
              "the data loss rose in %d of %d epochs by %s or more"
                  .formatted(rises, run.length() - 1, number(LEAST_RISE * run.yardstick())),
              run));
    }
    double constant = run.observed().constantLoss();
    if (constant > 0 && run.bestFit() > WORSE_THAN_CONSTANT * constant) {
      return Optional.of(
          finding(
              "the loss, %s, is above that of one constant answer to all rows, %s"
                  .formatted(number(run.bestFit()), number(constant)),
              run));
    }
    double smallest = run.epochs().stream().mapToDouble(EpochRecord::dataLoss).min().orElseThrow();
    double end = run.last().dataLoss();
    if (end > END * smallest && end - smallest > LEAST_END * run.yardstick()) {
      return Optional.of(
          finding(
              "the data loss ends at %s, but was %s before"
                  .formatted(number(end), number(smallest)),
              run));
    }
    return Optional.empty();
  }

  private static int rises(RunRecord run) {
    int rises = 0;
    for (int i = 1; i < run.length(); i++) {
      double before = run.epochs().get(i - 1).dataLoss();
      double rise = run.epochs().get(i).dataLoss() - before;
      rises += rise > RISE * before && rise > LEAST_RISE * run.yardstick() ? 1 : 0;
    }
    return rises;
  }

  private static Finding finding(String words, RunRecord run) {
    return new Finding(
        KEY,
        Finding.Severity.PROBLEM,
        words,
        ("a third of the learning rate of %s, or Training.clipGlobalNorm(1): steps are"
                + " too long to settle")
            .formatted(run.observed().optimizer()));
  }
}
