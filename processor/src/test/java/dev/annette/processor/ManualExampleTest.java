package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java in the manual compiles: fields of a network, types of rows, whole classes,
 * and statements about a network that is there.
 */
class ManualExampleTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern RECORD = Pattern.compile("(?m)^record (\\w+)\\(");

  private static final String IMPORTS =
      """
      package example;

      import static dev.annette.Activation.*;

      import dev.annette.*;
      import dev.annette.runtime.callback.*;
      import dev.annette.runtime.custom.*;
      import dev.annette.runtime.data.*;
      import dev.annette.runtime.metric.*;
      import dev.annette.runtime.model.*;
      import dev.annette.runtime.selection.*;
      import dev.annette.runtime.sparsity.*;
      import dev.annette.runtime.train.*;
      import dev.annette.runtime.uncertainty.*;
      import java.nio.file.Path;
      import java.time.*;

      """;

  /** What statements speak of. */
  private static final String DIGITS =
      """
      @Network(input = 64, loss = Loss.CROSS_ENTROPY)
      class Digits {
        @Dense(units = 32, activation = RELU) @L1(1) @L2(1) @Dropout(0.5) Layer hidden;
        @Dense(units = 10) Layer output;
      }

      class Example {
        DigitsTrainer trainer;
        DigitsModel model;
        Dataset digits;
        Dataset rows;
        Training training;
        Path file;
        float[] pixels;
        float[] counts;
        int[] patients;

        void example() throws Exception {
      %s  }
      }
      """;

  static List<String> pages() throws IOException {
    return ManualTest.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_examples_of_a_page_compile(String page) throws IOException {
    List<MatchResult> blocks = BLOCK.matcher(ManualTest.text(page)).results().toList();
    assertFalse(blocks.isEmpty(), () -> page + " has no example");
    for (MatchResult block : blocks) {
      String source = source(block.group(1));
      Compilation compilation = SourceCompiler.javac().compile(source);
      assertTrue(compilation.succeeded(), () -> page + "\n" + source + compilation.messages());
    }
  }

  private static String source(String block) {
    if (RECORD.matcher(block).find()) {
      return IMPORTS + block + "enum Species { SETOSA, VIRGINICA }\n" + networks(block);
    }
    if (block.contains("@Network") || block.startsWith("class ")) {
      return IMPORTS + block;
    }
    if (block.startsWith("@")) {
      return Declarations.source(
          "example.Sample",
          "input = 8, loss = Loss.CROSS_ENTROPY",
          block,
          "@Dense(units = 2) Layer last;");
    }
    return IMPORTS + DIGITS.formatted(block);
  }

  /** Returns a network for each type of rows. */
  private static String networks(String block) {
    return "enum Weekday { MONDAY, TUESDAY }\n"
        + RECORD
            .matcher(block)
            .results()
            .map(record -> record.group(1))
            .map(
                rows ->
                    "@Network(rows = %s.class)\nclass Of%s {\n  @Dense Layer output;\n}\n"
                        .formatted(rows, rows))
            .collect(Collectors.joining());
  }
}
