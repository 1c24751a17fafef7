package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.model.ModelContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are read without the class of their network. */
class AnyModelFileTest {
  private static final byte[] SMALL = ModelFile.toBytes(SampleModels.small());
  private static final String TEXT = new String(SMALL, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_model_is_read_with_its_description() throws IOException {
    Path file = folder.resolve("model.json");
    Files.write(file, SMALL);
    ModelContent read = ModelFile.read(file);
    ModelFileTest.assertSame(SampleModels.small(), read);
    assertEquals(SampleModels.SMALL, read.description());
    assertEquals(SampleModels.provenance(), read.provenance());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1025, 12_289})
  void a_large_tensor_is_read(int numbers) throws IOException {
    ModelContent saved = SampleModels.wideModel(numbers);
    ModelFileTest.assertSame(saved, read(ModelFile.toBytes(saved)));
  }

  @Test
  void every_truncation_is_refused() {
    for (int length = 0; length < SMALL.length - 1; length++) {
      byte[] cut = Arrays.copyOf(SMALL, length);
      assertThrows(ModelFormatException.class, () -> read(cut), () -> "cut to " + cut.length);
    }
  }

  @Test
  void a_flipped_bit_is_refused_or_changes_nothing() throws IOException {
    int refused = 0;
    for (int bit = 0; bit < SMALL.length * 8; bit += 7) {
      byte[] flipped = SMALL.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        ModelFileTest.assertSame(SampleModels.small(), read(flipped));
      } catch (ModelFormatException e) {
        refused++;
      }
    }
    assertTrue(refused > SMALL.length, "refused " + refused);
  }

  @Test
  void numbers_that_a_file_only_claims_take_no_memory() {
    String claimed = TEXT.replace("[3,2]", "[2000000000]");
    assertRefused(claimed, "/topology: expected at most 268435456 numbers in a file");
    assertRefused(TEXT.replace("[3,2]", "[200000000]"), "expected 200000000 numbers of");
  }

  /** A description that never ends: the limit on what is not a tensor holds. */
  @Test
  void a_description_without_end_is_refused() {
    String start = TEXT.substring(0, TEXT.indexOf("\"network\""));
    InputStream blanks =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class,
            () ->
                ModelFile.read(
                    new SequenceInputStream(
                        new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), blanks)));
    assertTrue(e.getMessage().contains("at most " + (64L << 20) + " bytes"), e.getMessage());
  }

  private static void assertRefused(String text, String message) {
    ModelFormatException e =
        assertThrows(ModelFormatException.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private static ModelContent read(byte[] bytes) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(bytes));
  }
}
