package dev.annette.examples.cli;

import java.io.Serial;

/** What a user gave that cannot be worked with, in words for the terminal. */
final class WrongInputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  WrongInputException(String message) {
    super(message);
  }
}
