package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;
import static dev.annette.runtime.diagnosis.RunRecord.percent;

import java.util.Optional;
import java.util.Set;

/** The run ended while the loss was falling. */
final class StillImproving implements Rule {
  static final String KEY = "still-improving";

  /** So few epochs show no course. */
  static final int FEWEST_EPOCHS = 4;

  /** The part of the run that is looked at: the last quarter. */
  static final int PARTS = 4;

  /** By which share the loss falls there. */
  static final double FALL = 0.05;

  /** By which share of the yardstick at least. */
  static final double LEAST_FALL = 0.01;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    if (!run.completed() || run.length() < FEWEST_EPOCHS || !run.best().equals(run.last())) {
      return Optional.empty();
    }
    int count = run.length() / PARTS;
    double before = run.watched(run.epochs().get(run.length() - 1 - count));
    double after = run.watched(run.last());
    double fall = before - after;
    if (!(fall > FALL * before && fall > LEAST_FALL * run.yardstick())) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            KEY,
            Finding.Severity.HINT,
            "the %s still fell by %s over the last %d of %d epochs, to %s"
                .formatted(
                    run.watchedName(), percent(fall / before), count, run.length(), number(after)),
            "Training.epochs(%d); with earlyStopping it ends by itself where nothing improves"
                .formatted(2 * run.length())));
  }

  @Override
  public Set<String> yieldsTo() {
    return Set.of(HighLearningRate.KEY);
  }
}
