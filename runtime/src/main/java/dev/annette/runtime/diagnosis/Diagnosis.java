package dev.annette.runtime.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What ails a run, the most telling first. Deterministic: the same history has the same findings.
 *
 * @param findings empty for a healthy run
 */
public record Diagnosis(List<Finding> findings) {
  private static final List<Rule> RULES =
      List.of(
          new HighLearningRate(),
          new DominatingPenalty(),
          new Overfitting(),
          new DeadUnits(),
          new StillImproving(),
          new Underfitting(),
          new NoValidation());

  /** Copies the list. */
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /**
   * Examines a run by every rule. A rule is not asked where what it would see has a known cause.
   */
  public static Diagnosis of(RunRecord run) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      boolean explained =
          findings.stream().anyMatch(finding -> rule.yieldsTo().contains(finding.key()));
      if (!explained) {
        rule.examine(run).ifPresent(findings::add);
      }
    }
    return new Diagnosis(findings);
  }

  /** Returns whether nothing was found. */
  public boolean healthy() {
    return findings.isEmpty();
  }

  /** Returns whether there is a finding with this key. */
  public boolean has(String key) {
    return findings.stream().anyMatch(finding -> finding.key().equals(key));
  }

  /** Returns one line for each finding. */
  @Override
  public String toString() {
    return healthy()
        ? "nothing found"
        : findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }
}
