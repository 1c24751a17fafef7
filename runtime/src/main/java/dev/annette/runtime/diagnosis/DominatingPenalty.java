package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;

import dev.annette.runtime.model.EpochRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Training makes weights small rather than the loss. */
final class DominatingPenalty implements Rule {
  static final String KEY = "dominating-penalty";

  /** How many times the data loss the penalty is. */
  static final double RATIO = 1;

  /** The share of the yardstick below which the data loss is small, whatever the penalty is. */
  static final double FITTED = 0.1;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    if (run.epochs().isEmpty()) {
      return Optional.empty();
    }
    EpochRecord kept = run.kept();
    boolean dominates =
        kept.penalty() > RATIO * kept.dataLoss() && kept.dataLoss() > FITTED * run.yardstick();
    return dominates ? Optional.of(finding(kept, run.observed())) : Optional.empty();
  }

  private static Finding finding(EpochRecord epoch, Observations observed) {
    Map.Entry<String, Double> largest = Advice.strongest(epoch);
    String layer = Advice.layerOf(largest.getKey());
    return new Finding(
        KEY,
        Finding.Severity.PROBLEM,
        "in epoch %d the penalty, %s, is %s times the data loss, %s; %s has %s of it, %s alone %s"
            .formatted(
                epoch.epoch(),
                number(epoch.penalty()),
                String.format(Locale.ROOT, "%.1f", epoch.penalty() / epoch.dataLoss()),
                number(epoch.dataLoss()),
                layer,
                number(epoch.penaltyOf(layer)),
                largest.getKey(),
                number(largest.getValue())),
        new Advice(observed).weaker(largest.getKey())
            + ": updates make what it penalises small rather than the loss");
  }
}
