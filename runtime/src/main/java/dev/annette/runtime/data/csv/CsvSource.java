package dev.annette.runtime.data.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the text of a CSV file comes from.
 *
 * @param name what messages call it
 * @param opening how it is opened
 */
record CsvSource(String name, Opening opening) {
  /** Opens a stream that the reader closes. */
  interface Opening {
    InputStream open() throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }
}
