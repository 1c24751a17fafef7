package dev.annette.runtime.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The end of a run because a file cannot be written. */
final class Unwritable {
  private Unwritable() {}

  /** Returns the exception that says which callback could not write which file. */
  static UncheckedIOException by(String callback, Path file, IOException failed) {
    return new UncheckedIOException(
        "%s cannot write %s: %s: %s. The trainer keeps what it has learned."
            .formatted(callback, file, failed.getClass().getSimpleName(), failed.getMessage()),
        failed);
  }
}
