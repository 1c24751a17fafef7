package dev.annette.runtime.json;

import java.io.IOException;

/** A model file that breaks a rule of the format, with the place and the rule. */
public final class ModelFormatException extends IOException {
  private static final long serialVersionUID = 1;

  private final String pointer;

  /**
   * Says what is wrong where.
   *
   * @param pointer the place as a JSON pointer (RFC 6901), {@code /network/layers/0}; empty for the
   *     file as a whole
   * @param problem what is wrong with which value, and the rule
   */
  public ModelFormatException(String pointer, String problem) {
    this(pointer, problem, null);
  }

  ModelFormatException(String pointer, String problem, Throwable cause) {
    super(pointer.isEmpty() ? problem : pointer + ": " + problem, cause);
    this.pointer = pointer;
  }

  /** Returns the place as a JSON pointer; empty for the file as a whole. */
  public String pointer() {
    return pointer;
  }
}
