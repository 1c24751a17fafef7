package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of what users write themselves compile: those of comments and of the manual. */
class CustomExampleTest {
  private static final Path RUNTIME =
      Path.of("..", "runtime", "src", "main", "java", "dev", "annette", "runtime");
  private static final Path MANUAL = Path.of("..", "dsl", "docs", "manual");
  private static final Pattern COMMENT =
      Pattern.compile("<pre>\\{@code\\s+(class .*?)\\s*}</pre>", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      package example;

      import dev.annette.*;
      import dev.annette.runtime.callback.*;
      import dev.annette.runtime.custom.*;
      import dev.annette.runtime.data.*;
      import dev.annette.runtime.metric.*;
      import dev.annette.runtime.model.*;
      import dev.annette.runtime.train.*;
      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.nio.file.Path;

      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "custom/LossFunction",
        "custom/PenaltyFunction",
        "metric/Metric",
        "train/Callback"
      })
  void the_example_of_an_interface_compiles(String type) throws IOException {
    String source = Files.readString(RUNTIME.resolve(type + ".java"));
    Matcher example = COMMENT.matcher(source.replaceAll("(?m)^ *\\* ?", ""));
    assertTrue(example.find(), type + " has no example");
    compile(example.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "metric", "penalty", "callback"})
  void the_page_of_the_manual_compiles(String what) throws IOException {
    String page = Files.readString(MANUAL.resolve("custom-" + what + ".md"));
    String name =
        "Custom" + what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1);
    List<String> headings = page.lines().filter(line -> line.startsWith("#")).toList();
    assertTrue(headings.get(0).matches("# @?" + name + ": .+"), headings.get(0));
    assertTrue(page.lines().count() <= 60, page.lines().count() + " lines");
    Matcher example = BLOCK.matcher(page);
    assertTrue(example.find(), what + " has no example");
    compile(example.group(1));
  }

  @Test
  void the_page_about_callbacks_compiles() throws IOException {
    Matcher examples =
        BLOCK.matcher(Files.readString(Path.of("..", "runtime", "docs", "callbacks.md")));
    StringBuilder statements = new StringBuilder();
    while (examples.find()) {
      statements.append(examples.group(1));
    }
    assertTrue(statements.toString().contains("TensorBoard.to("), statements::toString);
    compile("class Page {\n  void run() {\n" + statements + "  }\n}\n");
  }

  private static void compile(String example) {
    Compilation compilation = SourceCompiler.javac().compile(IMPORTS + example);
    assertTrue(compilation.succeeded(), () -> example + compilation.messages());
  }
}
