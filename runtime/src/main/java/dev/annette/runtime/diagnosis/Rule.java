package dev.annette.runtime.diagnosis;

import java.util.Optional;
import java.util.Set;

/** One ailment: how it shows in a run, and what helps. */
interface Rule {
  /** Returns the finding, if the run shows it. */
  Optional<Finding> examine(RunRecord run);

  /** Returns the keys of findings that explain what this rule would see. */
  default Set<String> yieldsTo() {
    return Set.of();
  }
}
