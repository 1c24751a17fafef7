package dev.annette.processor.write;

import java.util.Locale;

/** Java source in ASCII, so that it reads the same under every encoding. */
final class Ascii {
  private Ascii() {}

  /** Returns the text with a Unicode escape for each character beyond ASCII. */
  static String escape(String text) {
    if (text.chars().allMatch(character -> character < 128)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length() + 32);
    for (char character : text.toCharArray()) {
      if (character < 128) {
        ascii.append(character);
      } else {
        ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      }
    }
    return ascii.toString();
  }
}
