package dev.annette.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is one, rather than a directory, a device or a pipe. */
final class RegularFile {
  private RegularFile() {}

  /**
   * Opens a file.
   *
   * @param limit the most bytes that it may have
   * @throws java.nio.file.NoSuchFileException if it does not exist
   */
  static InputStream open(Path file, long limit) throws IOException {
    if (Files.exists(file)) {
      require(Files.isRegularFile(file), "a regular file", "a directory or a device");
      long size = Files.size(file);
      require(
          size <= limit,
          "at most %d bytes, the most that a file of this network has".formatted(limit),
          String.valueOf(size));
    }
    return Files.newInputStream(file);
  }

  private static void require(boolean holds, String expected, String found)
      throws ModelFormatException {
    if (!holds) {
      throw new ModelFormatException(ModelRule.SIZE, JsonPlace.FILE, expected, found);
    }
  }
}
