package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import dev.annette.processor.testing.SourceCompiler;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a source does not compile by itself, the compiler says so, and Annette keeps silent. */
class UnresolvedTest {
  private static final String IMPORTS =
      """
      import static dev.annette.Activation.*;
      import static dev.annette.Loss.*;

      import dev.annette.Allow;
      import dev.annette.Dense;
      import dev.annette.Dropout;
      import dev.annette.Init;
      import dev.annette.L2;
      import dev.annette.Layer;
      import dev.annette.Network;
      """;

  private static final String DIGITS =
      """
      @Network(input = 4, loss = HUBER)
      @Allow("dropout-on-output")
      class Digits {
        @Dense(units = 8, activation = RELU) @L2(0.1) @Dropout(0.5) Layer hidden;
        @Dense(units = 1) Layer output;
      }
      """;

  static List<String> changes() {
    return List.of(
        "units = 8 -> units = MISSING",
        "units = 8 -> units = Missing.UNITS",
        "units = 8 -> units = 8L",
        "units = 8 -> units = 1.5",
        "units = 8 -> units = 8, missing = 1",
        "units = 8 -> units = new Object().hashCode()",
        "activation = RELU -> activation = MISSING",
        "activation = RELU -> activation = 5",
        "@L2(0.1) -> @L2(\"x\")",
        "@L2(0.1) -> @L2",
        "@L2(0.1) -> @L2(0.1) @L2(0.2)",
        "@L2(0.1) -> @L2(value = 0.1, scaling = MISSING)",
        "@L2(0.1) -> @Missing",
        "@L2(0.1) -> @Missing(1)",
        "@Dropout(0.5) -> @Dropout(value = \"x\")",
        "@Dropout(0.5) -> @Dropout(true)",
        "input = 4 -> input = MISSING",
        "input = 4 -> input = {4, MISSING}",
        "input = 4 -> input = \"x\"",
        "loss = HUBER -> loss = MISSING",
        "loss = HUBER -> loss = HUBER, delta = MISSING",
        "\"dropout-on-output\" -> MISSING",
        "\"dropout-on-output\" -> {MISSING}",
        "import dev.annette.Layer; -> ",
        "import dev.annette.L2; -> ",
        "import dev.annette.Allow; -> ",
        "import static dev.annette.Loss.*; -> ",
        "Layer hidden -> Missing hidden",
        "class Digits -> class Digits extends Missing",
        "class Digits -> class Digits implements Missing",
        "Layer output; -> Layer hidden;",
        "Layer output; -> Layer output",
        "class Digits { -> class Digits { class Digits {}");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void the_compiler_alone_reports_what_does_not_compile(String change) {
    assertAnnetteIsSilent(change);
  }

  /** Older compilers hide annotations that they do not find from processors. */
  @ParameterizedTest
  @EnabledForJreRange(minVersion = 25)
  @ValueSource(strings = {"import dev.annette.Dense; -> ", "import dev.annette.Network; -> "})
  void the_compiler_alone_reports_a_missing_import(String change) {
    assertAnnetteIsSilent(change);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void so_does_the_compiler_of_eclipse_alone(String change) {
    Compilation compilation = SourceCompiler.ecj().with("-proceedOnError").compile(broken(change));
    String messages = compilation.messages();
    assertTrue(messages.contains("ERROR"), messages);
    assertFalse(messages.contains("annette/"), messages);
  }

  private static void assertAnnetteIsSilent(String change) {
    Compiled compiled = InMemoryCompiler.withAnnette().compile("Digits.java", broken(change));
    assertFalse(compiled.succeeded());
    assertEquals(List.of(), compiled.annetteMessages());
  }

  private static String broken(String change) {
    String[] parts = change.split(" -> ", -1);
    String source = IMPORTS + DIGITS;
    assertTrue(source.contains(parts[0]), parts[0]);
    return source.replaceFirst(Pattern.quote(parts[0]), Matcher.quoteReplacement(parts[1]));
  }
}
