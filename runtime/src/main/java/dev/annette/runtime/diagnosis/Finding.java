package dev.annette.runtime.diagnosis;

import java.util.Objects;

/**
 * One thing that ails a run.
 *
 * @param key its stable name: {@code overfitting}
 * @param words what was seen, with the numbers
 * @param remedy what to change, an annotation where one helps, and why
 */
public record Finding(String key, String words, String remedy) {

  /** Requires all three. */
  public Finding {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Returns it as a line: {@code [overfitting] … Try …}. */
  @Override
  public String toString() {
    return "[" + key + "] " + words + ". Try " + remedy + ".";
  }
}
