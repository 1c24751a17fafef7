package dev.annette.runtime.diagnosis;

import java.util.Optional;

/** Nothing was validated, so nothing tells learning from memorising. */
final class NoValidation implements Rule {
  static final String KEY = "no-validation";

  @Override
  public Optional<Finding> examine(RunRecord run) {
    if (run.epochs().isEmpty() || run.validates()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            KEY,
            Finding.Severity.HINT,
            "the loss was measured on training rows alone, on which memorising looks like learning",
            "Training.validationSplit(0.2), or validation(rows) with rows kept apart"));
  }
}
