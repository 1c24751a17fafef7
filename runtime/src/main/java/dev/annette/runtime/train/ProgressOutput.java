package dev.annette.runtime.train;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a report is written, and seen at once. */
final class ProgressOutput {
  private final Appendable out;

  ProgressOutput(Appendable out) {
    this.out = out;
  }

  /** Writes a line and ends it. */
  void line(String text) {
    write(text + System.lineSeparator());
  }

  /**
   * Writes and flushes.
   *
   * @throws UncheckedIOException if that fails
   */
  void write(String text) {
    try {
      out.append(text);
      if (out instanceof Flushable buffered) {
        buffered.flush();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The progress of the run cannot be written: " + failed.getMessage(), failed);
    }
  }
}
