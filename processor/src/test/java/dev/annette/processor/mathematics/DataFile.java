package dev.annette.processor.mathematics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of {@code resources/data}; a file beside them says where they are from. */
final class DataFile {
  private DataFile() {}

  /** Returns the cells of every row but the header. */
  static List<String[]> rows(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream("/data/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
