package dev.annette.runtime.data;

import java.io.IOException;

/** A file of rows that breaks a rule of its format, with the place and the rule. */
public final class RowFormatException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong where. */
  public RowFormatException(String message) {
    super(message);
  }

  /** Says what is wrong where, and what noticed it. */
  public RowFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
