package dev.annette.runtime.diagnosis;

import dev.annette.runtime.model.PenaltyRecord;
import java.util.List;
import java.util.Set;

/**
 * What holds a network back from learning rows by heart, as it acted in a run, whatever the
 * annotations are called.
 *
 * @param noisy the layers that something disturbs in training
 * @param batchNormalised the layers that measure every batch, which noise before them misleads
 * @param constrained the layers with bounds on what they learn
 * @param penalties every penalty and decay with its last strength
 */
public record Regularization(
    Set<String> noisy,
    Set<String> batchNormalised,
    Set<String> constrained,
    List<PenaltyRecord> penalties) {

  /** None. */
  public static final Regularization NONE =
      new Regularization(Set.of(), Set.of(), Set.of(), List.of());

  /** Copies the collections. */
  public Regularization {
    noisy = Set.copyOf(noisy);
    batchNormalised = Set.copyOf(batchNormalised);
    constrained = Set.copyOf(constrained);
    penalties = List.copyOf(penalties);
  }
}
