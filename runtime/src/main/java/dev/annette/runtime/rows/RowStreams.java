package dev.annette.runtime.rows;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * Typed rows that are read anew whenever they are asked for: {@code () ->
 * Csv.file(path).rowStream(type)}.
 *
 * @param <R> the type of a row
 */
@FunctionalInterface
public interface RowStreams<R> {
  /**
   * Returns a new stream of the same rows in the same order, which is closed when it is done with.
   *
   * @throws IOException if they cannot be read
   */
  Stream<? extends R> open() throws IOException;
}
