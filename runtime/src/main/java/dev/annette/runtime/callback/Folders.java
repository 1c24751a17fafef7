package dev.annette.runtime.callback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories for the files of callbacks. */
final class Folders {
  private Folders() {}

  /** Creates the directory that a file will lie in, unless it is there. */
  static void createFor(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }
}
