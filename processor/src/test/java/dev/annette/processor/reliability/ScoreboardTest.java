package dev.annette.processor.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreboardTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path root;

  @Test
  void a_figure_that_is_missing_or_old_is_not_measured() throws IOException {
    figure("runtime", "gradient-checks", 6_000, "1.5E-6", 0, START.minusSeconds(1));
    String page = page();
    String row = "| gradients in float, of the largest in the array | not measured | 5,000 |";
    assertTrue(page.contains(row), page);
    assertEquals(
        Goal.ALL.size(), page.lines().filter(line -> line.contains("| not measured |")).count());
  }

  @Test
  void a_figure_reaches_its_goal_by_count_by_worst_value_and_without_failures() throws IOException {
    assertEquals(
        "| 5,001 | 5,000 | 0 | 1.50e-06 | below 1.00e-05 | 3 | yes |",
        gradients(5_001, "1.5E-6", 0));
    assertEquals(
        "| 4,999 | 5,000 | 0 | 1.50e-06 | below 1.00e-05 | 3 | no |",
        gradients(4_999, "1.5E-6", 0));
    assertEquals(
        "| 5,001 | 5,000 | 1 | 1.50e-06 | below 1.00e-05 | 3 | no |",
        gradients(5_001, "1.5E-6", 1));
    assertEquals(
        "| 5,001 | 5,000 | 0 | 1.00e-05 | below 1.00e-05 | 3 | no |",
        gradients(5_001, "1.0E-5", 0));
  }

  private String gradients(long count, String worst, long failures) throws IOException {
    figure("processor", "gradient-checks", count, worst, failures, START);
    return page()
        .lines()
        .filter(line -> line.contains("gradients in float"))
        .findFirst()
        .orElseThrow()
        .replaceAll("^\\|.*? \\|", "|");
  }

  @Test
  void modules_are_summed_up_and_figures_without_a_goal_are_shown() throws IOException {
    figure("runtime", "concurrent-saves", 64, "0.0", 0, START);
    mutants("runtime", "true", "true");
    mutants("processor", "false", "true");
    String page = page();
    assertTrue(
        page.contains("| mutants, share detected | 4 | 1 | 0 | 0.750 | at least 0.850"), page);
    assertTrue(page.contains("## Without a goal"), page);
    assertTrue(page.contains("| concurrent-saves | 64 | 0 | 0 | 3 |"), page);
  }

  private String page() throws IOException {
    Path page = root.resolve("page").resolve("scoreboard.md");
    Scoreboard.main(new String[] {root.toString(), page.toString(), START.toString()});
    return Files.readString(page);
  }

  private void figure(
      String module, String name, long count, String worst, long failures, Instant at)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/reliability"));
    Path file =
        Files.writeString(
            folder.resolve(name + ".json"),
            ("{\"figure\":\"%s\",\"count\":%d,\"worst\":%s,\"failures\":%d,\"seed\":0,"
                    + "\"seconds\":3.000}")
                .formatted(name, count, worst, failures));
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private void mutants(String module, String... detected) throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/pit-reports"));
    StringBuilder report = new StringBuilder("<mutations>");
    for (String one : detected) {
      report.append("<mutation detected='").append(one).append("' status='X'></mutation>");
    }
    Files.writeString(folder.resolve("mutations.xml"), report.append("</mutations>"));
  }
}
