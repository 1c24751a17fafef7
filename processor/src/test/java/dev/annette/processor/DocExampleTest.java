package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in the comments of annotations compile, and every kind of layer has one. */
class DocExampleTest {
  private static final Path SOURCES = Path.of("..", "dsl", "src", "main", "java", "dev", "annette");
  private static final Pattern FIELD = Pattern.compile("\\{@code (@[^{}]*? Layer \\w+;)\\s*}");
  private static final Pattern CLASS =
      Pattern.compile("<pre>\\{@code\\s+(@Network.*?)\\s*}</pre>", Pattern.DOTALL);

  private static final Pattern HELPER =
      Pattern.compile("<pre>\\{@code\\s+(class .*?)\\s*}</pre>", Pattern.DOTALL);

  static List<Class<? extends Annotation>> kinds() {
    return Kinds.load().fieldAnnotations();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_example_of_a_kind_compiles(Class<? extends Annotation> kind) throws IOException {
    List<String> examples = examples(kind, FIELD);
    assertFalse(examples.isEmpty(), () -> kind + " has no example of a field");
    for (String example : examples) {
      assertTrue(example.contains("@" + kind.getSimpleName()), example);
      String network =
          Declarations.source(
              "example.Sample",
              "input = 8, loss = Loss.CROSS_ENTROPY",
              example,
              "@Dense(units = 2) Layer last;");
      compile(network + String.join("\n", examples(kind, HELPER)));
    }
  }

  @Test
  void the_example_of_a_network_compiles() throws IOException {
    List<String> examples = examples(dev.annette.Network.class, CLASS);
    assertFalse(examples.isEmpty());
    for (String example : examples) {
      compile("package example;\nimport dev.annette.*;\n" + example);
    }
  }

  private static void compile(String source) {
    Compilation compilation = SourceCompiler.javac().compile(source);
    assertTrue(compilation.succeeded(), () -> source + compilation.messages());
  }

  /** Returns the examples in a type's source, without the asterisks of the comment. */
  private static List<String> examples(Class<?> type, Pattern pattern) throws IOException {
    String source =
        Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"))
            .replaceAll("(?m)^\\s*\\* ?", "");
    List<String> examples = new ArrayList<>();
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }
}
