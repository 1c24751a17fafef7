package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Java code in the README is that of examples, line for line. */
class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path EXAMPLES = Path.of("..");
  private static final List<String> SOURCES =
      List.of("digits/Digits.java", "digits/DigitsJob.java", "iris/Iris.java");

  @Test
  void every_java_block_of_the_readme_is_part_of_an_example() throws IOException {
    Matcher blocks =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    String sources = "";
    for (String source : SOURCES) {
      String module = source.substring(0, source.indexOf('/'));
      Path code = Path.of(module, "src", "main", "java", "dev", "annette", "examples", source);
      sources += bare(Files.readString(EXAMPLES.resolve(code)));
    }
    int found = 0;
    while (blocks.find()) {
      String block = bare(blocks.group(1));
      assertFalse(block.isBlank());
      assertTrue(sources.contains(block), "the README has drifted from the example:\n" + block);
      found++;
    }
    assertTrue(found >= 3, "the README shows networks and what is done with them");
  }

  /** Returns the lines without their indentation and without empty ones. */
  private static String bare(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
