package dev.annette.runtime.data.csv;

import java.io.InputStream;

/** A stream that is there already, so that it is read once. */
final class OnceOpened implements CsvSource.Opening {
  private final String name;

  /** Null once it is opened. */
  private InputStream stream;

  OnceOpened(InputStream stream, String name) {
    this.stream = stream;
    this.name = name;
  }

  @Override
  public InputStream open() {
    if (stream == null) {
      throw new IllegalStateException(
          name + " is a stream, which is read once; name a file with Csv.file to read it again");
    }
    InputStream opened = stream;
    stream = null;
    return opened;
  }
}
