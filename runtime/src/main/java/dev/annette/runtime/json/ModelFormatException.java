package dev.annette.runtime.json;

import java.io.IOException;

/**
 * A model file that breaks a rule of the format: which rule, where, what was expected and what was
 * found. It shows at most 40 characters of any text in the file.
 */
public final class ModelFormatException extends IOException {
  private static final long serialVersionUID = 1;

  private final ModelRule rule;
  private final JsonPlace place;
  private final String expected;
  private final String found;
  private final String hint;

  ModelFormatException(ModelRule rule, JsonPlace place, String expected, String found) {
    this(rule, place, expected, found, "");
  }

  ModelFormatException(
      ModelRule rule, JsonPlace place, String expected, String found, String hint) {
    super(message(rule, place, expected, found, hint));
    this.rule = rule;
    this.place = place;
    this.expected = expected;
    this.found = found;
    this.hint = hint;
  }

  private static String message(
      ModelRule rule, JsonPlace place, String expected, String found, String hint) {
    return (place.pointer().isEmpty() ? "" : place.pointer() + ": ")
        + "expected "
        + expected
        + ", found "
        + found
        + (hint.isEmpty() ? "" : "; " + hint)
        + (place.line() == 0
            ? " (%s)".formatted(rule.code())
            : " (%s, line %d, column %d)".formatted(rule.code(), place.line(), place.column()));
  }

  /** Returns the rule that the file breaks. */
  public ModelRule rule() {
    return rule;
  }

  /**
   * Returns the place as a JSON pointer (RFC 6901), {@code /topology/layers/0}; empty for the file
   * as a whole. A name longer than 40 characters is cut.
   */
  public String pointer() {
    return place.pointer();
  }

  /** Returns the line of the place, from 1; 0 for the file as a whole. */
  public int line() {
    return place.line();
  }

  /** Returns the column of the place in its line, from 1; 0 for the file as a whole. */
  public int column() {
    return place.column();
  }

  /** Returns what the rule asks for, in words. */
  public String expected() {
    return expected;
  }

  /** Returns what is there instead, in words. */
  public String found() {
    return found;
  }

  /** Returns what may help, in words; empty if nothing comes to mind. */
  public String hint() {
    return hint;
  }
}
