package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are described without their numbers. */
class DescribedFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_described_without_its_class() throws IOException {
    byte[] small = ModelFile.toBytes(SampleModels.small());
    Path file = Files.write(folder.resolve("model.json"), small);
    FileDescription described = ModelFile.describe(file);
    assertEquals(SampleModels.SMALL, described.network());
    assertEquals(SampleModels.provenance(), described.provenance());
    assertTrue(ModelFileTest.text(small).contains('"' + described.checksum() + '"'));
  }

  @Test
  void numbers_are_counted_and_checked_in_both_encodings() throws IOException {
    for (int numbers : new int[] {1024, 1025, 40_000}) {
      String text = ModelFileTest.text(ModelFile.toBytes(SampleModels.wideModel(numbers)));
      assertEquals(SampleModels.wide(numbers), describe(text).network());
      assertThrows(
          ModelFormatException.class,
          () -> describe(text.replace("[1," + numbers + "]", "[1," + (numbers + 1) + "]")));
      assertThrows(
          ModelFormatException.class,
          () -> describe(text.replace("[1," + numbers + "]", "[1," + (numbers - 1) + "]")));
    }
  }

  private static FileDescription describe(String text) throws IOException {
    return ModelFile.describe(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
