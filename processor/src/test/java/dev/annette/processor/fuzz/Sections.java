package dev.annette.processor.fuzz;

import java.util.function.Predicate;

/**
 * Texts of which sections can be left out, to find the least that still fails. A section stands
 * between two characters that no source has, and may have others inside.
 */
final class Sections {
  private static final char START = '\u0001';
  private static final char END = '\u0002';

  private Sections() {}

  /** Returns a text as one section. */
  static String section(String text) {
    return START + text + END;
  }

  /** Returns the text with all its sections. */
  static String whole(String text) {
    return text.replace(String.valueOf(START), "").replace(String.valueOf(END), "");
  }

  /** Returns what remains when no section can be left out any more without losing the failure. */
  static String shrink(String text, Predicate<String> fails) {
    String least = text;
    int start = least.indexOf(START);
    while (start >= 0) {
      String less = least.substring(0, start) + least.substring(end(least, start) + 1);
      boolean stillFails = fails.test(less);
      least = stillFails ? less : least;
      start = stillFails ? least.indexOf(START) : least.indexOf(START, start + 1);
    }
    return least;
  }

  private static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == START ? 1 : text.charAt(i) == END ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("a section without an end");
  }
}
