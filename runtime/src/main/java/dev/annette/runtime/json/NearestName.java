package dev.annette.runtime.json;

import java.util.Collection;

/** The known name that a writer of an unknown one may have meant. */
final class NearestName {
  private NearestName() {}

  /** Returns a sentence to append ({@code "; did you mean "units"?"}), or an empty text. */
  static String suggestion(String name, Collection<String> known) {
    String nearest = null;
    int least = Math.max(1, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
  }

  /** Returns how many letters to insert, delete or replace (Levenshtein 1966). */
  private static int distance(String a, String b) {
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
        row[j] = Math.min(replaced, Math.min(row[j - 1], diagonal) + 1);
      }
    }
    return row[b.length()];
  }
}
