package dev.annette.runtime.diagnosis;

import java.util.Objects;

/**
 * One thing that ails a run.
 *
 * @param key its stable name: {@code overfitting}
 * @param severity whether results suffer from it
 * @param words what was seen, with the numbers
 * @param remedy what to change, an annotation where one helps, and why
 */
public record Finding(String key, Severity severity, String words, String remedy) {

  /** What a finding says of the results. */
  public enum Severity {
    /** They are worse than they need be. */
    PROBLEM,
    /** They may be better than they are, or less than they seem. */
    HINT
  }

  /** Requires all four. */
  public Finding {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Returns it as a line: {@code [overfitting] … Try …}. */
  @Override
  public String toString() {
    return "[" + key + "] " + words + ". Try " + remedy + ".";
  }
}
