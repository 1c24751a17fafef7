package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page that describes the format has every rule and every limit of the loader. */
class FormatPageTest {
  @Test
  void every_rule_and_limit_is_on_the_page() throws IOException {
    String page = Files.readString(Path.of("docs", "model-format.md"));
    for (ModelRule rule : ModelRule.values()) {
      assertTrue(page.contains("| " + rule.code() + " |"), () -> rule + " is not on the page");
    }
    int[] limits = {
      ModelLimits.DEPTH,
      ModelLimits.NAME,
      ModelLimits.TEXT,
      ModelLimits.NUMBER,
      ModelLimits.PLAIN_NUMBERS,
      ModelLimits.CHUNK_NUMBERS
    };
    for (int limit : limits) {
      String number = String.format(Locale.ROOT, "%,d", limit);
      assertTrue(page.contains(number), () -> number + " is not on the page");
    }
  }
}
