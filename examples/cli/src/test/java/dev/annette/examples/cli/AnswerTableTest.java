package dev.annette.examples.cli;

import static dev.annette.examples.cli.Terminal.fail;
import static dev.annette.examples.cli.Terminal.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers stand beside the cells of a table, which stay as they are. */
class AnswerTableTest {
  @TempDir Path folder;

  @Test
  void cells_separator_and_ends_of_lines_stay_as_they_are() throws IOException {
    StringBuilder text = new StringBuilder("size, in m; kind ;arrived\r\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 8 == 0 ? "NA" : " " + i % 5 / 2.0 + " ").append(';');
      text.append(i % 9 == 0 ? "?" : " a\"b".charAt(i % 2) + "x").append(';');
      text.append(i % 2 == 0 ? "Yes" : "no").append("\r\n");
    }
    Path table = Files.writeString(folder.resolve("sizes.csv"), text.toString());
    succeed("train", table, "--label", "arrived", "--out", folder, "--epochs", "1");
    Path source = folder.resolve("Sizes.java");
    List<String> before = Files.readString(table).lines().toList();
    String answers = succeed("predict", source, table);
    assertEquals(
        before,
        answers
            .lines()
            .map(line -> line.replaceFirst(";[^;]*;[^;]*$", ""))
            .collect(Collectors.toList()));
    assertEquals(41, answers.split("\r\n").length);
    assertTrue(answers.lines().findFirst().orElseThrow().endsWith(";arrived probability"), answers);

    succeed("predict", source, table, "--out", table);
    assertEquals(answers, Files.readString(table));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.filter(file -> file.toString().endsWith("tmp")).count());
    }
    String nowhere = fail("predict", source, table, "--out", folder.resolve("no/answers.csv"));
    assertTrue(nowhere.contains("there is no directory"), nowhere);
  }

  @Test
  void a_table_to_predict_on_has_neither_label_nor_weight() throws IOException {
    StringBuilder text = new StringBuilder("x,count,y\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 7 / 2.0).append(',').append(1.5 + i % 3).append(',').append(i % 5 / 4.0);
      text.append('\n');
    }
    Path table = Files.writeString(folder.resolve("t.csv"), text.toString());
    succeed("train", table, "--label", "y", "--out", folder, "--epochs", "1");
    Path source = folder.resolve("T.java");
    String weighted =
        Files.readString(source).replace("@Standardize float count", "@Weight float count");
    Files.writeString(source, weighted);
    succeed("train", table, "--label", "y", "--out", folder, "--epochs", "1");
    Path fresh = Files.writeString(folder.resolve("fresh.csv"), "x\n1.5\n2.5\n");
    String answers = succeed("predict", source, fresh);
    assertTrue(answers.matches("x,y predicted\n1.5,[-\\d.E]+\n2.5,[-\\d.E]+\n"), answers);
    assertTrue(fail("evaluate", source, fresh).contains("no column is named \"count\""));
  }
}
