package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.reliability.ReliabilityFigure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files that ask for memory and time without end, in a JVM whose heap has room for itself, twice
 * the parameters of the largest class here and 1 MiB, or for the longest history.
 */
class BombsTest {
  private static final int SHAPES = 40;
  private static final double SECONDS = 30; // of a machine that does other things as well

  @Test
  void every_bomb_is_refused_in_a_heap_of_32_mebibytes() throws Exception {
    long start = System.nanoTime();
    List<String> lines = run();
    double slowest =
        lines.stream()
            .mapToDouble(line -> Double.parseDouble(line.split("\\|")[2]))
            .max()
            .orElse(0);
    List<String> wrong =
        lines.stream().filter(line -> !line.split("\\|")[1].matches("L[0-9]{2}")).toList();
    double seconds = (System.nanoTime() - start) * 1e-9;
    new ReliabilityFigure("file-bombs", lines.size(), slowest, wrong.size(), 0, seconds).write();
    assertEquals(List.of(), wrong);
    assertTrue(lines.size() >= SHAPES, lines::toString);
    assertTrue(slowest < SECONDS, lines::toString);
  }

  private static List<String> run() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bombs.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var output = child.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, child.waitFor(), text);
      return text.lines().filter(line -> line.contains("|")).toList();
    } finally {
      child.destroy();
    }
  }
}
