package dev.annette.examples.cli;

import static dev.annette.examples.cli.Terminal.fail;
import static dev.annette.examples.cli.Terminal.refuse;
import static dev.annette.examples.cli.Terminal.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be done is said, not left out without a word. */
class WrongOptionsTest {
  @TempDir Path folder;
  private Path table;
  private Path source;

  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder text = new StringBuilder("x,Arrived,price\n");
    for (int i = 0; i < 40; i++) {
      String price = i % 10 == 0 ? "" : String.valueOf(i % 6 - 1.5);
      text.append("%s,%s,%s\n".formatted(i % 7 - 3, i % 2 == 0 ? "yes" : "no", price));
    }
    table = Files.writeString(folder.resolve("t.csv"), text.toString());
    source = folder.resolve("T.java");
  }

  @Test
  void options_that_source_which_is_there_cannot_follow_are_refused() throws IOException {
    succeed("train", table, "--label", "Arrived", "--out", folder, "--epochs", "1");
    Path model = folder.resolve("t.json");
    byte[] before = Files.readAllBytes(model);
    String start = source + " predicts arrived, whatever ";
    String end = " says; give another --name, or delete it.";
    String label = fail("train", table, "--label", "price", "--out", folder);
    assertEquals(start + "--label" + end, label.strip());
    String task = fail("train", table, "--label", "arrived", "--out", folder, "--task", "CLASSES");
    assertEquals(start + "--task" + end, task.strip());
    String place = fail("train", table, "--label", "arrived", "--out", folder, "--package", "a.b");
    assertEquals(start + "--package" + end, place.strip());
    String none = fail("train", table, "--label", "size", "--out", folder);
    assertEquals("t.csv has no column \"size\". Columns: x, Arrived, price.", none.strip());
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(model)));
    succeed("train", table, "--label", "arrived", "--out", folder, "--epochs", "1");
    String prices = succeed("train", table, "--label", "price", "--out", folder, "--name", "p");
    assertTrue(prices.contains("Left out 4 lines without price."), prices);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--test   | 2   | --test is 2.0, but a share of the lines lies between 0 and 1, such as"
            + " 0.2.",
        "--test   | 0   | --test is 0.0, but a share of the lines lies between 0 and 1, such as"
            + " 0.2.",
        "--test   | NaN | --test is NaN, but a share of the lines lies between 0 and 1, such as"
            + " 0.2.",
        "--epochs | 0   | --epochs is 0, but it must be at least 1.",
        "--package| a-b | --package is a-b, which is no name of a package, such as org.example.",
        "--name   | ??  | --name is ??, which has no letters.",
      })
  void values_of_options_have_rules(String option, String value, String message) {
    String said = refuse("train", table, "--label", "price", "--out", folder, option, value);
    assertEquals(message, said.lines().findFirst().orElseThrow());
  }

  @Test
  void what_the_library_refuses_is_its_message() throws IOException {
    succeed("train", table, "--label", "price", "--out", folder, "--epochs", "1");
    String log = Files.readString(source).replace("@Standardize float x", "@Log1p float x");
    Files.writeString(source, log);
    String said = fail("train", table, "--label", "price", "--out", folder, "--epochs", "1");
    String rule = "t.csv, line 3, column x is -2.0; @Log1p takes ln(1 + x), so x must be above -1";
    assertEquals(rule, said.strip());
    Files.writeString(folder.resolve("few.csv"), "x,y\n1,2.5\n3,4.5\n");
    String few = fail("train", folder.resolve("few.csv"), "--label", "y", "--out", folder);
    assertEquals(1, few.lines().count(), few);
  }

  @Test
  void source_that_does_not_compile_is_not_left_behind() {
    String said =
        fail("train", table, "--label", "price", "--out", folder, "--package", "java.lang");
    assertTrue(said.startsWith("The source for this table does not compile"), said);
    assertFalse(Files.exists(source));
  }
}
