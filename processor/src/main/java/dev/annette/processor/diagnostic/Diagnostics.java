package dev.annette.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** The problems found in one network so far, in the order they were found. */
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds a problem. */
  public void report(Problem problem, Origin origin, String message) {
    found.add(new Diagnostic(problem, origin, message));
  }

  /** Returns whether any problem is more than a warning. */
  public boolean anyErrors() {
    return found.stream().anyMatch(diagnostic -> !diagnostic.problem().isLint());
  }

  /** Returns the problems found so far. */
  public List<Diagnostic> list() {
    return List.copyOf(found);
  }
}
