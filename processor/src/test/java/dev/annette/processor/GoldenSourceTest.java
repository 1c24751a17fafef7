package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written for one network, word for word, so that a change of the writers shows in review.
 * {@code mvn test -pl dsl,runtime,processor -Dtest=GoldenSourceTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens=update} rewrites the files.
 */
class GoldenSourceTest {
  private static final Path GOLDENS = Path.of("src", "test", "resources", "golden");

  private static Compilation compilation;

  @BeforeAll
  static void compile() throws IOException {
    compilation =
        SourceCompiler.javac()
            .with("-Aannette.dump=plan")
            .compileCleanly(Files.readString(GOLDENS.resolve("Digits.java")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DigitsTrainer", "DigitsModel"})
  void a_source_is_the_golden_one(String name) throws IOException {
    compare(name + ".java", compilation.source("com.example." + name));
  }

  @ParameterizedTest
  @ValueSource(strings = "Digits.plan.txt")
  void a_plan_is_the_golden_one(String name) throws IOException {
    compare(name, compilation.resource("com/example/" + name));
  }

  private static void compare(String name, String text) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden), text, name);
  }
}
