package dev.annette.runtime.diagnosis;

import dev.annette.runtime.model.EpochRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A run as the rules see it.
 *
 * @param epochs its epochs, without those of earlier runs
 * @param completed whether it ended because all its epochs had run
 * @param restoredEpoch the epoch whose weights came back, 0 for none
 * @param observed what else is known
 */
public record RunRecord(
    List<EpochRecord> epochs, boolean completed, int restoredEpoch, Observations observed) {

  /** Copies the list. */
  public RunRecord {
    epochs = List.copyOf(epochs);
  }

  int length() {
    return epochs.size();
  }

  EpochRecord first() {
    return epochs.get(0);
  }

  EpochRecord last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Returns the epoch whose weights the trainer has. */
  EpochRecord kept() {
    return epochs.stream()
        .filter(epoch -> epoch.epoch() == restoredEpoch)
        .findFirst()
        .orElse(last());
  }

  boolean validates() {
    return !epochs.isEmpty() && !Double.isNaN(last().validationLoss());
  }

  /** Returns the loss that tells how good an epoch is: of validation rows where there are some. */
  double watched(EpochRecord epoch) {
    return validates() ? epoch.validationLoss() : epoch.dataLoss();
  }

  String watchedName() {
    return validates() ? "validation loss" : "data loss";
  }

  /** Returns the first epoch with the smallest loss watched. */
  EpochRecord best() {
    return epochs.stream().min(Comparator.comparingDouble(this::watched)).orElseThrow();
  }

  /**
   * Returns what differences of losses are measured by: the loss of a constant answer, or that of
   * the first epoch where it is 0 or not known.
   */
  double yardstick() {
    return observed.constantLoss() > 0 ? observed.constantLoss() : first().dataLoss();
  }

  /**
   * Returns the better of data loss and validation loss: noise in training is not held against it.
   */
  double bestFit() {
    EpochRecord kept = kept();
    return validates() ? Math.min(kept.dataLoss(), kept.validationLoss()) : kept.dataLoss();
  }

  /** Returns a number in words: {@code 0.4532}. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** Returns a share in words: {@code 12 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
