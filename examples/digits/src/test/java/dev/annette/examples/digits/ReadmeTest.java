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

/** The Java code in the README is this example's code, line for line. */
class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path SOURCES = Path.of("src/main/java/dev/annette/examples/digits");

  @Test
  void every_java_block_of_the_readme_is_part_of_the_example() throws IOException {
    Matcher blocks =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    String sources = "";
    for (String name : List.of("Digits.java", "DigitsJob.java")) {
      sources += bare(Files.readString(SOURCES.resolve(name)));
    }
    int found = 0;
    while (blocks.find()) {
      String block = bare(blocks.group(1));
      assertFalse(block.isBlank());
      assertTrue(sources.contains(block), "the README has drifted from the example:\n" + block);
      found++;
    }
    assertTrue(found >= 2, "the README shows the network and the job");
  }

  /** Returns the lines without their indentation and without empty ones. */
  private static String bare(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
