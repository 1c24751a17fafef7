package dev.annette.runtime.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.annette.runtime.model.ModelContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Bytes that a fuzzer makes up: whatever they are, a file is refused by a rule, or is saved and
 * read again as the same model.
 *
 * <p>A build tries those under {@code ModelFileFuzzTestInputs}, among them all that were ever found
 * to go wrong. {@code JAZZER_FUZZ=1 mvn test-compile surefire:test@what-a-fuzzer-made-up -pl
 * dsl,runtime -Preliability -Dtest=ModelFileFuzzTest#reads -Dsurefire.failIfNoSpecifiedTests=false}
 * looks for new ones, for ten minutes.
 */
class ModelFileFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) throws IOException {
    try {
      ModelContent content = ModelFile.read(new ByteArrayInputStream(file));
      byte[] saved = ModelFile.toBytes(content);
      ModelFileTest.assertSame(content, ModelFile.read(new ByteArrayInputStream(saved)));
    } catch (ModelFormatException refused) {
      requireNamed(refused);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void loads(byte[] file) throws IOException {
    try {
      ModelFileTest.assertSame(
          ModelFile.load(file, SampleModels.SMALL),
          ModelFile.load(
              ModelFile.toBytes(ModelFile.load(file, SampleModels.SMALL)), SampleModels.SMALL));
    } catch (ModelFormatException refused) {
      requireNamed(refused);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void describes(byte[] file) throws IOException {
    try {
      ModelFile.describe(new ByteArrayInputStream(file));
    } catch (ModelFormatException refused) {
      requireNamed(refused);
    }
  }

  private static void requireNamed(ModelFormatException refused) {
    if (refused.expected().isEmpty() || refused.found().isEmpty()) {
      throw new AssertionError(refused);
    }
  }
}
