package dev.annette.examples.cli;

import static dev.annette.examples.cli.Terminal.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a table's headers, cells and file are called, they become names and texts, not code. */
class HostileTableTest {
  /** Code that would run if it left the comment or text that it stands in. */
  private static final String CODE = " static { System.setProperty(\"annette.broken\", \"\"); } ";

  private static final String AFTER_COMMENT = "*/" + CODE + "/*";
  private static final String AFTER_ESCAPED_COMMENT = "\\u002a\\u002f" + CODE + "\\u002f\\u002a";
  private static final String AFTER_TEXT = "\"})}" + CODE + "//";

  private static final List<String> TEXTS =
      List.of(
          "label",
          "string",
          "wait",
          "notify",
          "clone",
          "hash code",
          "to string",
          "class",
          "true",
          "1st",
          "m\u00b2",
          "Gr\u00f6\u00dfe",
          "GR\u00d6SSE \u00dcBER ALLES",
          "\u0130stanbul \u0131l\u0131k",
          "\u0391\u039d\u0398\u03a1\u03a9\u03a0\u039f\u03a3",
          "\u5e74\u00b2",
          "C:\\users",
          "\\ub",
          "\\\u00e4",
          AFTER_COMMENT,
          AFTER_ESCAPED_COMMENT,
          AFTER_TEXT,
          "two\nlines",
          "two\r\nmore\tlines",
          "bell\u0007",
          "%d %n",
          "{@code");

  @TempDir Path folder;

  @AfterEach
  void no_text_ran_as_code() {
    assertNull(System.getProperty("annette.broken"));
  }

  @Test
  void every_header_is_a_column() throws IOException {
    List<String> headers = TEXTS.stream().filter(text -> !text.equals(AFTER_TEXT)).toList();
    String header = headers.stream().map(HostileTableTest::quoted).collect(Collectors.joining(","));
    String cells = ",%1$s".repeat(headers.size()).substring(1);
    Path table = table("columns", "other," + header, i -> 2 * i + "," + cells.formatted(number(i)));
    succeed("train", table, "--label", "other", "--out", folder, "--epochs", "1");
    String source = Files.readString(folder.resolve("Columns.java"));
    assertEquals("", source.replaceAll("[\n -~]", ""));
    assertEquals(headers.size(), source.split("@Standardize float", -1).length - 2, source);
    succeed("evaluate", folder.resolve("Columns.java"), table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"label", "layer", "string", "wait", "table", "Gr\u00f6\u00dfe", AFTER_COMMENT})
  void every_header_is_a_label(String header) throws IOException {
    Path table = table("table", "x," + quoted(header), i -> number(i) + "," + "abc".charAt(i % 3));
    succeed("train", table, "--label", header, "--out", folder, "--epochs", "1");
    String answers = succeed("predict", folder.resolve("Table.java"), table);
    assertEquals(151, answers.lines().count(), answers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"label", "row", "dataset", "1", "gr\u00f6\u00dfe", AFTER_ESCAPED_COMMENT})
  void every_file_is_a_class(String name) throws IOException {
    Path table = table(name, "x,y", i -> number(i) + "," + 2 * i);
    String said = succeed("train", table, "--label", "y", "--out", folder, "--epochs", "1");
    assertTrue(said.contains("Wrote "), said);
  }

  @Test
  void every_text_is_a_category() throws IOException {
    int texts = TEXTS.size();
    Path table =
        table(
            "texts",
            "x,kind,label",
            i -> {
              String text = quoted(TEXTS.get(i % texts));
              return number(i) + "," + text + "," + text;
            });
    succeed("train", table, "--label", "label", "--out", folder, "--epochs", "1");
    Path source = folder.resolve("Texts.java");
    assertEquals("", Files.readString(source).replaceAll("[\n -~]", ""));
    assertTrue(Files.readString(source).lines().allMatch(line -> line.length() <= 100));
    assertTrue(succeed("evaluate", source, table).contains("accuracy"));
  }

  @Test
  void only_a_single_word_is_a_constant() {
    assertEquals(List.of("U_S", "UP_LEFT"), JavaNames.constants(List.of("U S", "up-left")));
    for (String text : List.of("U.S", "_", "1st", "", "gr\u00fcn", "a\nb")) {
      assertEquals(List.of(), JavaNames.constants(List.of(text, "up")), text);
    }
  }

  @Test
  void names_that_have_a_meaning_get_an_end() {
    for (String taken : List.of("Label", "Row", "String", "List", "Path", "Dataset", "Network")) {
      assertEquals(taken + "Table", JavaNames.type(taken, "Table"));
    }
    assertEquals("Travellers", JavaNames.type("travellers", "Table"));
    assertEquals("Grosse", JavaNames.type("gr\u00f6\u00dfe", "Table"));
    for (String taken : List.of("wait", "hash code", "getClass", "int", "null")) {
      String name = JavaNames.component(taken);
      assertEquals(JavaNames.component(taken.replace(" ", "_")), name);
      assertTrue(name.endsWith("_"), name);
    }
    assertEquals("_1st", JavaNames.component("1st"));
    assertEquals("yield", JavaNames.component("Yield"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(int line) {
    return String.valueOf(line * 7 % 11 / 10.0);
  }

  /** Writes a table of 150 lines. */
  private Path table(String name, String header, IntFunction<String> line) throws IOException {
    StringBuilder text = new StringBuilder(header + "\n");
    for (int i = 0; i < 150; i++) {
      text.append(line.apply(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name + ".csv"), text.toString());
  }
}
