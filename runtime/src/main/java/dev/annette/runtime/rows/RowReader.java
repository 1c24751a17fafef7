package dev.annette.runtime.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows as they are read, one after the other.
 *
 * @param <R> the type of a row
 */
public interface RowReader<R> extends Closeable {
  /**
   * Returns the next row, or null behind the last; not to be called again after that.
   *
   * @throws IOException if it cannot be read, or something in it is wrong
   */
  R next() throws IOException;

  /** Returns all rows that follow. */
  static <R> List<R> list(RowReader<R> reader) throws IOException {
    List<R> rows = new ArrayList<>();
    for (R row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return rows;
  }

  /**
   * Returns the rows that follow as they are asked for; an {@link IOException} becomes the cause of
   * an {@link UncheckedIOException}. Closing the stream closes what they are read from.
   */
  static <R> Stream<R> stream(RowReader<R> reader) {
    Iterator<R> rows =
        new Iterator<>() {
          private R next;
          private boolean ended;

          @Override
          public boolean hasNext() {
            try {
              if (next == null && !ended) {
                next = reader.next();
                ended = next == null;
              }
              return next != null;
            } catch (IOException e) {
              throw new UncheckedIOException(e.getMessage(), e);
            }
          }

          @Override
          public R next() {
            if (!hasNext()) {
              throw new NoSuchElementException("there is no more row");
            }
            R row = next;
            next = null;
            return row;
          }
        };
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false)
        .onClose(
            () -> {
              try {
                reader.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
