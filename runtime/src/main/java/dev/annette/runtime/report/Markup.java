package dev.annette.runtime.report;

/** An XHTML document being written; texts and attributes are escaped. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns
   */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    text.append('>');
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close(String tag) {
    text.append("</").append(tag).append('>');
    return this;
  }

  /** Writes a text. */
  Markup text(String content) {
    escape(content);
    return this;
  }

  /** Writes an element that holds a text. */
  Markup element(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close(tag);
  }

  /** Writes an element that holds nothing. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    text.append("/>");
    return this;
  }

  /** Ends a line of the file. */
  Markup line() {
    text.append('\n');
    return this;
  }

  /** Writes the style sheet, which holds no text of a user's. */
  Markup style(String css) {
    text.append("<style>\n").append(css).append("</style>");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void start(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      text.append('"');
    }
  }

  private void escape(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        default -> text.append(isOfXml(content, i) ? c : '\uFFFD');
      }
    }
  }

  /** Returns whether XML 1.0 allows a character: no control characters, no half of a pair. */
  private static boolean isOfXml(String content, int at) {
    char c = content.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < content.length() && Character.isLowSurrogate(content.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(content.charAt(at - 1));
    }
    return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n';
  }
}
