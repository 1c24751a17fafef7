package dev.annette.examples.mnist;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.Idx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The four files of MNIST in a folder, as they are distributed. */
record MnistFiles(Path folder) {
  private static final String HOW =
      "MNIST is not part of this project. Put train-images-idx3-ubyte.gz,"
          + " train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz"
          + " into a folder and name it: as the first argument, or with -Dannette.data=FOLDER (the"
          + " folder itself or one that holds it as mnist).";

  /** Returns the files in the folder of an argument or of the property annette.data. */
  static Optional<MnistFiles> find(String argument) {
    String named = argument != null ? argument : System.getProperty("annette.data", "");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Path.of(named);
    Path inner = folder.resolve("mnist");
    Path home = Files.isDirectory(inner) ? inner : folder;
    return Files.exists(home.resolve("train-images-idx3-ubyte.gz"))
        ? Optional.of(new MnistFiles(home))
        : Optional.empty();
  }

  /** Returns what to do where the files are missing. */
  static String how() {
    return HOW;
  }

  /** Returns the 60,000 images to learn from, with pixels from 0 to 1. */
  Dataset training() throws IOException {
    return read("train");
  }

  /** Returns the 10,000 images to be measured on. */
  Dataset test() throws IOException {
    return read("t10k");
  }

  private Dataset read(String part) throws IOException {
    return Idx.files(
            folder.resolve(part + "-images-idx3-ubyte.gz"),
            folder.resolve(part + "-labels-idx1-ubyte.gz"))
        .read();
  }
}
