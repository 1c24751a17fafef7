package dev.annette.processor.bad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.testing.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of problem has a page of its own, with an example that has it and one that has not.
 */
class ProblemPagesTest {
  private static final Path PAGES = Path.of("docs", "problems");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final String IMPORTS =
      """
      import static dev.annette.Activation.*;
      import static dev.annette.Initializer.*;
      import static dev.annette.Loss.*;

      import dev.annette.*;

      """;

  /** No source has these problems: FaultTest plants the faults that they come from. */
  static final Set<Problem> OF_NO_SOURCE = Set.of(Problem.INTERNAL, Problem.NOT_WRITTEN);

  @ParameterizedTest
  @EnumSource(Problem.class)
  void every_problem_has_a_page(Problem problem) throws IOException {
    String page = page(problem);
    assertTrue(page.startsWith("# " + problem.key() + "\n\n"), page);
    long lines = page.lines().count();
    assertTrue(lines >= 10 && lines <= 25, problem.key() + " has " + lines + " lines");
  }

  @Test
  void every_page_is_about_a_problem() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Problem problem : Problem.values()) {
      keys.add(problem.key() + ".md");
    }
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(keys, new TreeSet<>(pages.map(p -> p.getFileName().toString()).toList()));
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void the_first_example_has_the_problem_and_the_second_has_none(Problem problem)
      throws IOException {
    List<String> examples = examples(problem);
    assertEquals(OF_NO_SOURCE.contains(problem) ? 0 : 2, examples.size());
    if (examples.isEmpty()) {
      return;
    }
    List<String> bad = messages(examples.get(0));
    assertTrue(!bad.isEmpty(), "the first example compiles");
    bad.forEach(m -> assertTrue(m.contains("[annette/" + problem.key() + "] "), m));
    assertEquals(List.of(), messages(examples.get(1)));
  }

  @Test
  void every_problem_has_a_source() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String file : BadSourceTest.files()) {
      BadSourceTest.read(file).expected().forEach(m -> found.add(key(m.text())));
    }
    Set<String> keys = new TreeSet<>();
    for (Problem problem : Problem.values()) {
      if (!OF_NO_SOURCE.contains(problem)) {
        keys.add(problem.key());
      }
    }
    assertEquals(keys, found);
  }

  @Test
  void the_corpus_is_large_and_names_every_class_after_its_file() throws IOException {
    List<String> files = BadSourceTest.files();
    assertTrue(files.size() >= 50, "files: " + files.size());
    for (String file : files) {
      String type = file.replace(".java", "");
      assertTrue(BadSourceTest.read(file).text().contains(" " + type), file);
    }
  }

  private static String key(String message) {
    Matcher key = Pattern.compile("\\[annette/(.*?)].*").matcher(message);
    assertTrue(key.matches(), message);
    return key.group(1);
  }

  private static List<String> messages(String example) {
    return InMemoryCompiler.withAnnette()
        .options("-Werror")
        .compile("Example.java", IMPORTS + example)
        .messages()
        .stream()
        .filter(message -> !message.contains("warnings found and -Werror specified"))
        .toList();
  }

  private static List<String> examples(Problem problem) throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(page(problem));
    while (example.find()) {
      examples.add(example.group(1));
    }
    return examples;
  }

  private static String page(Problem problem) throws IOException {
    return Files.readString(PAGES.resolve(problem.key() + ".md"));
  }
}
