package dev.annette.examples.cli;

import static dev.annette.examples.cli.Terminal.fail;
import static dev.annette.examples.cli.Terminal.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnetteCommandTest {
  private static final int ROWS = 600;

  @TempDir Path folder;
  private Path table;

  @BeforeEach
  void writeTable() throws IOException {
    table = folder.resolve("travellers.csv");
    Files.writeString(table, travellers(ROWS, true, 1));
  }

  /**
   * Returns a table with every kind of column: whoever is young, or has a ticket of first class
   * bought on a weekday, arrives; one in twenty the other way round.
   */
  private static String travellers(int rows, boolean labelled, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("Id,Age,Ticket class,Member?,Bought on,Remark,Note");
    text.append(labelled ? ",Arrived\n" : "\n");
    for (int i = 0; i < rows; i++) {
      int age = 1 + random.nextInt(80);
      String ticket = List.of("first", "second", "third").get(random.nextInt(3));
      boolean member = random.nextBoolean();
      int day = 1 + random.nextInt(28);
      boolean weekday = day % 7 < 5; // 2021-02-01 was a Monday, 5 and 6 after it a weekend
      boolean arrived = age < 25 || ticket.equals("first") && weekday;
      arrived ^= random.nextInt(20) == 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%s,2021-02-%02d,%s,%s",
              i + 1,
              random.nextInt(10) == 0 ? "NA" : String.valueOf(age),
              random.nextInt(15) == 0 ? "" : ticket,
              member ? "yes" : "no",
              day,
              "word" + random.nextInt(60),
              "\"a, \"\"note\"\" of " + i + "\""));
      text.append(labelled ? "," + (arrived ? "yes" : "no") : "").append("\n");
    }
    return text.toString();
  }

  @Test
  void a_table_becomes_source_a_model_and_answers() throws IOException {
    String trained = succeed("train", table, "--label", "Arrived", "--out", folder);
    assertTrue(trained.contains("counts the lines"), trained);
    assertTrue(trained.contains("nearly every line has a text of its own"), trained);
    assertTrue(accuracy(trained) >= 0.8, trained);
    Path source = folder.resolve("Travellers.java");
    String text = Files.readString(source);
    for (String component :
        List.of(
            "@Ignore String id",
            "@Impute(Imputation.MEDIAN) @Standardize Float age",
            "@Impute(Imputation.ZEROS) @Categories({\"first\", \"second\", \"third\"}) String"
                + " ticketClass",
            "boolean member",
            "@Cyclic({Cycle.DAY_OF_WEEK, Cycle.DAY_OF_YEAR}) LocalDate boughtOn",
            "@Hashed(32) String remark",
            "@Ignore String note",
            "@Label boolean arrived")) {
      assertTrue(text.contains("      " + component), () -> component + " in " + text);
    }
    assertEquals(accuracy(succeed("evaluate", source, table)), 0.85, 0.15);

    Path fresh = folder.resolve("fresh.csv");
    Files.writeString(fresh, travellers(50, false, 2));
    String answers = succeed("predict", source, fresh);
    List<String> lines = answers.lines().toList();
    assertEquals(51, lines.size(), answers);
    assertTrue(lines.get(0).endsWith("Note,arrived predicted,arrived probability"), answers);
    assertTrue(lines.get(1).matches(".*,(true|false),[01]\\.\\d{4}"), lines.get(1));
    Path written = folder.resolve("answers.csv");
    succeed("predict", source, fresh, "--out", written);
    assertEquals(answers, Files.readString(written));
  }

  @Test
  void source_that_was_changed_is_trained_and_not_written_over() throws IOException {
    succeed("train", table, "--label", "Arrived", "--out", folder, "--epochs", "3");
    Path source = folder.resolve("Travellers.java");
    Path model = folder.resolve("travellers.json");
    Path first = Files.copy(model, folder.resolve("first.json"));
    String changed = Files.readString(source).replace("units = 16", "units = 7");
    Files.writeString(source, changed);
    String again = succeed("train", table, "--label", "Arrived", "--out", folder, "--epochs", "3");
    assertTrue(again.contains("which is there already"), again);
    assertEquals(changed, Files.readString(source));
    String differences = succeed("compare", first, model);
    assertTrue(differences.contains("units 7 in the second, 16 in the first"), differences);
    assertTrue(succeed("compare", model, model).contains("the same, bit by bit"));
    String description = succeed("describe", model);
    assertTrue(description.contains("label boolean"), description);
    assertTrue(description.contains("l2 of first.weights: lambda 1.0 (textbook)"), description);
  }

  @Test
  void mistakes_in_changed_source_are_the_compilers_messages() throws IOException {
    succeed("train", table, "--label", "Arrived", "--out", folder, "--epochs", "1");
    Path source = folder.resolve("Travellers.java");
    Files.writeString(source, Files.readString(source).replace("@L2(1)", "@L2(-1)"));
    String message = fail("train", table, "--label", "Arrived", "--out", folder);
    assertTrue(message.startsWith(source + ":"), message);
    assertTrue(message.contains("[annette/out-of-range] @L2(-1) on first"), message);
  }

  @Test
  void classes_and_numbers_are_predicted_too() throws IOException {
    StringBuilder text = new StringBuilder("x;y;kind;size;grade\n");
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      String kind = x + y > 0.5 ? "up-left" : x + y < -0.5 ? "down" : "in between";
      text.append(
          String.format(
              Locale.ROOT, "%.3f;%.3f;%s;%.3f;%d\n", x, y, kind, x - 2 * y, x > 0 ? 2 : 1));
    }
    Path points = folder.resolve("points.csv");
    Files.writeString(points, text.toString());
    String kinds = succeed("train", points, "--label", "kind", "--out", folder);
    assertTrue(accuracy(kinds) > 0.9, kinds);
    String source = Files.readString(folder.resolve("Points.java"));
    assertTrue(source.contains("DOWN,") && source.contains("UP_LEFT"), source);
    String sizes = succeed("train", points, "--label", "size", "--out", folder, "--name", "sizes");
    assertTrue(measure(sizes, "r2") > 0.9, sizes);
    String grades =
        succeed("train", points, "--label", "grade", "--out", folder, "--name", "Grades");
    assertTrue(accuracy(grades) > 0.9, grades);
    assertTrue(grades.contains("1 to 2  <- predicted as one of its texts"), grades);
    assertTrue(
        Files.readString(folder.resolve("Grades.java"))
            .contains("@Label @Categories({\"1\", \"2\"}) String grade"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.csv | none.csv is no file. Name a CSV file with a header.",
        "empty.csv | empty.csv has no lines below a header.",
        "short.csv | short.csv, line 3: 1 cells, but the header has 2.",
        "quotes.csv | quotes.csv: Unexpected character after closing quote: 'x' (0x78)",
        "nameless.csv | nameless.csv: a column is named \"?\", which has no letters.",
        "twins.csv | the columns \"a b\" and \"A.B\" have the same letters. Rename one of them.",
        "open.csv | open.csv: ",
        "latin.csv | latin.csv is not UTF-8 text. Save it as CSV in UTF-8.",
        "other.csv | other.csv has no column \"label\". Columns: a, b.",
        "same.csv | The column \"label\" cannot be predicted: always the same.",
        "texts.csv | cannot be predicted: nearly every line has a text of its own."
      })
  void wrong_tables_are_named(String file, String message) throws IOException {
    write("empty.csv", "a,label\n");
    write("short.csv", "a,label\n1,2\n3\n");
    write("quotes.csv", "a,label\n\"1\"x,2\n");
    write("open.csv", "a,label\n\"1,2\n3,4\n");
    write("nameless.csv", "?,label\n1,2\n3,4\n");
    write("twins.csv", "a b,A.B,label\n1,2,3\n");
    String late = "a,label\n" + "1,2\n".repeat(20_000) + "gr\u00fcn,3\n";
    Files.writeString(folder.resolve("latin.csv"), late, StandardCharsets.ISO_8859_1);
    write("other.csv", "a,b\n1,2\n3,4\n");
    write("same.csv", "a,label\n1,x\n3,x\n");
    write("texts.csv", "a,label\n1,q\n3,w\n5,e\n7,r\n");
    String said = fail("train", folder.resolve(file), "--label", "label", "--out", folder);
    assertTrue(said.contains(message), said);
  }

  @Test
  void wrong_lines_and_files_are_named() throws IOException {
    succeed("train", table, "--label", "Arrived", "--out", folder, "--epochs", "1");
    Path source = folder.resolve("Travellers.java");
    String header = travellers(1, false, 1).lines().findFirst().orElseThrow();
    write("bad.csv", header + "\n1,old,first,yes,2021-02-01,word1,n\n");
    String wrong = fail("predict", source, folder.resolve("bad.csv"));
    String rule = "bad.csv, line 2, column age holds \"old\", which is not a number";
    assertTrue(wrong.startsWith(rule), wrong);
    write("new.csv", header + "\n1,3,fourth,yes,2021-02-01,word1,n\n");
    String unknown = fail("predict", source, folder.resolve("new.csv"));
    assertTrue(unknown.contains("fourth"), unknown);
    write("less.csv", "Id,Age\n1,2\n");
    String missing = fail("predict", source, folder.resolve("less.csv"));
    assertTrue(missing.startsWith("less.csv: no column is named \"ticketClass\""), missing);
    assertTrue(fail("evaluate", folder, table).contains("is no Java source"));
    assertTrue(fail("describe", table).contains("expected a model file"));
    assertTrue(fail("describe", folder.resolve("no.json")).contains("There is no file"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static double accuracy(String text) {
    return measure(text, "accuracy");
  }

  /** Returns the last value of a measure: that of the lines kept apart, after those of epochs. */
  private static double measure(String text, String name) {
    Matcher matcher = Pattern.compile(name + " +(\\d\\.\\d+)").matcher(text);
    double value = Double.NaN;
    while (matcher.find()) {
      value = Double.parseDouble(matcher.group(1));
    }
    return value;
  }
}
