package dev.annette.examples.cli;

import java.util.List;

/**
 * What is known of a column of a table.
 *
 * @param header its name in the file
 * @param name its name in Java
 * @param kind what it holds
 * @param missing how many cells are blank
 * @param values the different values, sorted; numbers by size
 * @param note what to say of it; for a useless one, why
 */
record ColumnProfile(
    String header, String name, ColumnKind kind, int missing, List<String> values, String note) {
  boolean hasMissing() {
    return missing > 0;
  }

  /** Returns how the table of columns says what it holds. */
  String words() {
    String what = kind.name().toLowerCase(java.util.Locale.ROOT);
    return missing == 0 ? what : what + ", " + missing + " missing";
  }
}
