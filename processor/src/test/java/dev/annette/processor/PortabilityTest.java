package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.Corpus.Sample;
import dev.annette.processor.testing.SecondJdk;
import dev.annette.processor.testing.SourceCompiler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same declarations give the same sources, whoever compiles them and wherever. */
class PortabilityTest {
  private static final String[] SOURCES =
      Corpus.samples().stream().map(Sample::source).toArray(String[]::new);

  private static final String[] ALL_WARNINGS = {"-Xlint:all", "-Xdoclint:all,-missing", "-Werror"};

  private static Compilation compilation;
  private static SortedMap<String, String> generated;

  @BeforeAll
  static void compile() {
    compilation = SourceCompiler.javac().with(ALL_WARNINGS).compile(SOURCES);
    generated = compilation.sources();
  }

  @Test
  void sources_compile_without_a_warning() {
    assertTrue(compilation.succeeded(), compilation::messages);
    assertEquals(List.of(), compilation.diagnostics());
  }

  @Test
  void every_network_has_a_trainer_and_a_model() {
    assertEquals(2 * SOURCES.length, generated.size(), () -> "generated: " + generated.keySet());
    for (Sample sample : Corpus.samples()) {
      String path = sample.name().replace('.', '/');
      assertTrue(generated.containsKey(path + "Trainer.java"), path);
      assertTrue(generated.containsKey(path + "Model.java"), path);
    }
  }

  @Test
  void two_compilations_give_the_same_sources() {
    assertEquals(generated, SourceCompiler.javac().compileCleanly(SOURCES).sources());
  }

  @Test
  void ecj_gives_the_same_sources() {
    assertEquals(generated, SourceCompiler.ecj().compileCleanly(SOURCES).sources());
  }

  @Test
  void a_second_jdk_gives_the_same_sources_and_warns_of_nothing() {
    Optional<SecondJdk> jdk = SecondJdk.find();
    assumeTrue(jdk.isPresent(), SecondJdk.MISSING);
    Compilation other = jdk.get().compile(List.of(ALL_WARNINGS), SOURCES);
    assertTrue(other.succeeded(), other::messages);
    assertEquals("", other.output());
    assertEquals(generated, other.sources());
  }

  @Test
  void the_encoding_does_not_matter() {
    SourceCompiler javac = SourceCompiler.javac();
    assertEquals(generated, javac.with("-encoding", "US-ASCII").compileCleanly(SOURCES).sources());
  }

  @Test
  void the_language_of_the_machine_does_not_matter() {
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertEquals(generated, SourceCompiler.javac().compileCleanly(SOURCES).sources(), language);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_network_does_not_depend_on_its_neighbours() {
    for (Sample sample : Corpus.samples()) {
      SortedMap<String, String> alone =
          SourceCompiler.javac().compileCleanly(sample.source()).sources();
      alone.forEach((path, text) -> assertEquals(generated.get(path), text, path));
      assertEquals(2, alone.size(), sample.name());
    }
  }

  @Test
  void sources_are_ascii() {
    generated.forEach(
        (path, text) ->
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), path));
  }

  /**
   * An escape counts as the character that it stands for, since lines are broken before it is
   * written; a class's header is one line.
   */
  @Test
  void no_line_is_longer_than_100_columns() {
    generated.forEach(
        (path, text) ->
            text.lines()
                .map(line -> line.replaceAll("\\\\u[0-9a-f]{4}", "?"))
                .filter(line -> !line.contains(" class "))
                .forEach(line -> assertTrue(line.length() <= 100, path + ": " + line)));
  }
}
