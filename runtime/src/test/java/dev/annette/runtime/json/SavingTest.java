package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.file.AtomicFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
  @TempDir Path directory;

  @Test
  void a_saved_file_holds_the_model_and_nothing_is_left_beside_it() throws IOException {
    Path file = directory.resolve("small.json");
    ModelFile.save(SampleModels.small(), file);
    ModelFile.save(SampleModels.small(), file);
    ModelFileTest.assertSame(SampleModels.small(), ModelFile.load(file, SampleModels.SMALL));
    assertEquals(List.of(file), files());
  }

  @Test
  void a_failure_at_any_byte_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(directory.resolve("small.json"), "old");
    byte[] bytes = ModelFile.toBytes(SampleModels.small());
    for (int length = 0; length < bytes.length; length += 97) {
      int written = length;
      IOException failure = new IOException("disk full");
      AtomicFile.Body body =
          out -> {
            out.write(bytes, 0, written);
            throw failure;
          };
      assertEquals(failure, assertThrows(IOException.class, () -> AtomicFile.replace(file, body)));
      assertEquals("old", Files.readString(file));
      assertEquals(List.of(file), files());
    }
  }

  @Test
  void a_model_that_cannot_be_saved_leaves_the_old_file() throws IOException {
    Path file = Files.writeString(directory.resolve("small.json"), "old");
    float[] infinite = {Float.NEGATIVE_INFINITY};
    ModelContent broken = new ModelContent(SampleModels.wide(1), Provenance.untrained(1), infinite);
    assertThrows(IllegalArgumentException.class, () -> ModelFile.save(broken, file));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void what_a_link_points_to_is_replaced_and_the_link_stays() throws IOException {
    Path file = Files.writeString(directory.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);
    ModelFile.save(SampleModels.small(), link);
    assertTrue(Files.isSymbolicLink(link));
    ModelFileTest.assertSame(SampleModels.small(), ModelFile.load(file, SampleModels.SMALL));
  }

  @Test
  void a_directory_that_does_not_exist_is_named() {
    Path file = directory.resolve("absent").resolve("small.json");
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> ModelFile.save(SampleModels.small(), file));
    assertEquals(file + ": there is no directory " + file.getParent(), e.getMessage());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
