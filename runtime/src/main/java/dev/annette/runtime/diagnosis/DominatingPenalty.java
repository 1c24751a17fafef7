package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.number;

import dev.annette.runtime.model.EpochRecord;
import java.util.Comparator;
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
    return dominates ? Optional.of(finding(kept)) : Optional.empty();
  }

  private static Finding finding(EpochRecord epoch) {
    Map.Entry<String, Double> largest =
        epoch.penalties().entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .orElseThrow();
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
        "a tenth of the strength of %s on %s: updates make its weights small rather than the loss"
            .formatted(Advice.annotationOf(largest.getKey()), layer));
  }
}
