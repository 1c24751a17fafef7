package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annette.processor.testing.ClassPaths;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SecondJdk;
import dev.annette.processor.testing.SourceCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same sources, whoever compiles them and in whatever order. */
class RowPortabilityTest {
  private static final String ROW =
      """
      package example;
      import dev.annette.*;
      import java.time.LocalDateTime;
      import java.util.*;
      public record Row(
          @Standardize float zeta, @Impute(Imputation.MEDIAN) @MinMax Double beta, Kind kind,
          @Categories({"a", "gr\\u00f6\\u00dfe"}) Optional<String> text, @Hashed(5) String hashed,
          @Cyclic({Cycle.HOUR_OF_DAY, Cycle.DAY_OF_YEAR}) LocalDateTime when, OptionalLong count,
          @Bucketize({1.5, 2}) short ranges, @Embedding(3) @Hashed(9) String near,
          boolean alpha, @Weight double weight,
          @Ignore List<String> others, @Label Kind label) {
        public enum Kind { ZULU, ALPHA, MIKE }
      }
      """;

  private static final String NET =
      """
      package example;
      import dev.annette.*;
      @Network(rows = Row.class)
      public class Net {
        @Dense(units = 3, activation = Activation.TANH) @Dropout(0.1) Layer columns;
        @Dense Layer output;
      }
      """;

  @TempDir Path folder;

  private final SortedMap<String, String> generated =
      SourceCompiler.javac().with("-Xlint:all", "-Werror").compileCleanly(ROW, NET).sources();

  @Test
  void three_classes_are_written() {
    assertEquals(
        List.of("example/NetModel.java", "example/NetRows.java", "example/NetTrainer.java"),
        List.copyOf(generated.keySet()));
  }

  @Test
  void ecj_gives_the_same_sources() {
    assertEquals(generated, SourceCompiler.ecj().compileCleanly(ROW, NET).sources());
  }

  @Test
  void rows_compiled_before_give_the_same_sources() throws IOException {
    for (SourceCompiler compiler : List.of(SourceCompiler.javac(), SourceCompiler.ecj())) {
      Compilation before = compiler.compileCleanly(ROW);
      for (Map.Entry<String, byte[]> file : before.outputs().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      String classPath = folder + File.pathSeparator + ClassPaths.ofUser();
      assertEquals(generated, compiler.with("-classpath", classPath).compileCleanly(NET).sources());
    }
  }

  @Test
  void a_second_jdk_gives_the_same_sources() {
    Optional<SecondJdk> jdk = SecondJdk.find();
    assumeTrue(jdk.isPresent(), SecondJdk.MISSING);
    assertEquals(generated, jdk.get().compile(List.of(), ROW, NET).sources());
  }

  @Test
  void sources_are_ascii_of_at_most_100_columns() {
    generated.forEach(
        (path, text) -> {
          assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), path);
          text.lines().forEach(line -> assertTrue(line.length() <= 100, path + ": " + line));
        });
  }
}
