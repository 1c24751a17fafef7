package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files that {@link ModelFileFuzzTest} starts from, without a fuzzer. */
class SeedsTest {
  private static final Path SEEDS =
      Path.of("src/test/resources/dev/annette/runtime/json/ModelFileFuzzTestInputs");

  private final ModelFileFuzzTest targets = new ModelFileFuzzTest();

  /** What is done with a file. */
  private interface Target {
    void take(byte[] file) throws IOException;
  }

  @Test
  void every_seed_of_every_target_is_taken() throws IOException {
    takesAll("reads", targets::reads);
    takesAll("loads", targets::loads);
    takesAll("describes", targets::describes);
  }

  private static void takesAll(String name, Target target) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS.resolve(name))) {
      for (Path seed : seeds) {
        target.take(Files.readAllBytes(seed));
        count++;
      }
    }
    assertTrue(count > 5, name);
  }
}
