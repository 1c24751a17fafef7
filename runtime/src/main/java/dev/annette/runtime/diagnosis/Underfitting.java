package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;
import static dev.annette.runtime.diagnosis.RunRecord.percent;

import java.util.Optional;
import java.util.Set;

/** The network says little more than a constant answer does, on training rows too. */
final class Underfitting implements Rule {
  static final String KEY = "underfitting";

  /** The share of a constant answer's loss that is too much. */
  static final double SHARE = 0.8;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    double constant = run.observed().constantLoss();
    if (run.epochs().isEmpty() || !(constant > 0) || !(run.bestFit() > SHARE * constant)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            KEY,
            Finding.Severity.PROBLEM,
            ("the loss, %s, is %s of what one constant answer to all rows has, %s, on"
                    + " training rows too")
                .formatted(
                    number(run.bestFit()), percent(run.bestFit() / constant), number(constant)),
            new Advice(run.observed()).towardsLearning(run.last())));
  }

  @Override
  public Set<String> yieldsTo() {
    return Set.of(HighLearningRate.KEY, DominatingPenalty.KEY, StillImproving.KEY, DeadUnits.KEY);
  }
}
