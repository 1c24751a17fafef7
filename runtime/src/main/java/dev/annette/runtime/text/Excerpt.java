package dev.annette.runtime.text;

/**
 * What a message shows of text that comes from outside: at most {@value #LENGTH} characters, and
 * none that would act on a terminal or a log.
 */
public final class Excerpt {
  /** The most characters shown. */
  public static final int LENGTH = 40;

  private static final String CUT = "…";

  private Excerpt() {}

  /** Returns the beginning of a text. */
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /** Returns the beginning of a text, of which at most {@value #LENGTH} characters are foreign. */
  public static String of(String text, int length) {
    return window(text, 0, length);
  }

  /** Returns the part of a text around the first character that another does not have there. */
  public static String around(String text, String other) {
    int first = 0;
    int common = Math.min(text.length(), other.length());
    while (first < common && text.charAt(first) == other.charAt(first)) {
      first++;
    }
    return window(text, Math.max(0, Math.min(first - LENGTH / 2, text.length() - LENGTH)), LENGTH);
  }

  private static String window(String text, int from, int length) {
    int to = Math.min(text.length(), from + length);
    StringBuilder shown = new StringBuilder(from == 0 ? "" : CUT);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c) || isFormat(c)) {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(to == text.length() ? "" : CUT).toString();
  }

  /** Returns whether a character moves others about, as the marks of writing direction do. */
  private static boolean isFormat(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
