package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Standardize;
import dev.annette.processor.column.ColumnKind;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every annotation of columns keeps, those of tomorrow too: none but one is named here. */
class ColumnContractTest {
  private static final Path SOURCES = Path.of("..", "dsl", "src", "main", "java", "dev", "annette");
  private static final Pattern EXAMPLE =
      Pattern.compile("\\{@code (record .*?\\) \\{})}", Pattern.DOTALL);

  static List<? extends Class<? extends Annotation>> kinds() {
    return Kinds.load().columns().stream().map(ColumnKind::annotation).toList();
  }

  @Test
  void there_are_kinds() {
    assertTrue(kinds().size() >= 11, () -> kinds().toString());
  }

  /** On fields of records alone, ecj loses annotations beside one whose value is an enum's. */
  @ParameterizedTest
  @MethodSource("kinds")
  void its_annotation_stays_in_class_files_of_components_and_fields(
      Class<? extends Annotation> kind) {
    assertEquals(RetentionPolicy.CLASS, kind.getAnnotation(Retention.class).value());
    assertEquals(
        List.of(ElementType.FIELD, ElementType.RECORD_COMPONENT),
        List.of(kind.getAnnotation(Target.class).value()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_example_compiles(Class<? extends Annotation> kind) throws IOException {
    if (kind == Standardize.class) {
      return; // a kind of layer too, whose example is one of a layer
    }
    String source =
        Files.readString(SOURCES.resolve(kind.getSimpleName() + ".java"))
            .replaceAll("(?m)^\\s*\\* ?", "");
    Matcher example = EXAMPLE.matcher(source);
    assertTrue(example.find(), () -> kind + " has no example");
    String record = example.group(1);
    assertTrue(record.contains("@" + kind.getSimpleName()), record);
    String name = record.substring("record ".length(), record.indexOf('('));
    assertFalse(
        SourceCompiler.javac()
            .with("-Xlint:all", "-Werror")
            .compileCleanly(
                "package example;\nimport dev.annette.*;\n@Network(rows = Net."
                    + name
                    + ".class)\nclass Net {\n  "
                    + record
                    + "\n  @Dense Layer output;\n}\n")
            .sources()
            .isEmpty());
  }
}
