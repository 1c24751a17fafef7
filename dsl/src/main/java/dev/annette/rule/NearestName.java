package dev.annette.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one is closest to. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the first of the closest names that are within a third of the misspelt one's length in
   * edits, ignoring case.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Returns a sentence to append, {@code " Did you mean \"hidden\"?"}, or an empty text. */
  public static String question(String name, Collection<String> known) {
    return of(name, known).map(close -> " Did you mean \"" + close + "\"?").orElse("");
  }

  /** Returns how many letters to insert, delete or replace (Levenshtein 1966), ignoring case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
