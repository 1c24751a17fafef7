package dev.annette.runtime.train;

import java.util.Collection;
import java.util.Comparator;

/** The name that a misspelt one may have meant. */
final class Names {
  private Names() {}

  /**
   * Returns {@code " Did you mean \"hidden\"?"}, or an empty text if nothing known is within a
   * third of the letters.
   */
  static String suggestion(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .map(candidate -> " Did you mean \"" + candidate + "\"?")
        .orElse("");
  }

  /** Returns the number of letters to insert, delete or change (Levenshtein 1966). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
