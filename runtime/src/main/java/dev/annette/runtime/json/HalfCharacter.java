package dev.annette.runtime.json;

/** A surrogate without its other half: JSON can escape one, and UTF-8 cannot write it. */
final class HalfCharacter {
  private HalfCharacter() {}

  /** Returns where a text has the first one; -1 if it has none. */
  static int indexIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }
}
