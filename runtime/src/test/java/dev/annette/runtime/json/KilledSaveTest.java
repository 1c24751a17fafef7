package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.TestProgram;
import dev.annette.runtime.reliability.Tier;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that does nothing but save is killed, which no program can prevent, and what it leaves
 * is loaded. What the system had not yet brought to the disk is not lost by this.
 */
class KilledSaveTest {
  private static final int KILLS = Tier.cases(50, 1000);

  private static final int LONGEST = 20;
  private static final int SEED = 11;

  @TempDir Path directory;

  @Test
  void a_kill_leaves_a_whole_model_and_the_next_save_nothing_beside_it() throws Exception {
    long start = System.nanoTime();
    Path file = directory.resolve("model.json");
    Random random = new Random(SEED);
    int lost = 0;
    int left = 0;
    int leftAfterwards = 0;
    int number = 1;
    Process next = program(file);
    for (int kill = 0; kill < KILLS; kill++) {
      Process program = next;
      next = program(file);
      long nanos = TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST));
      killAfter(nanos, program, number);
      int found = SavingProgram.number(file);
      lost += found < number ? 1 : 0;
      left += files().size() - 1;
      number = Math.max(number, found) + 1;
      ModelFile.save(SavingProgram.model(number), file);
      leftAfterwards += files().size() - 1;
      number++;
    }
    next.destroyForcibly().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("kills-during-save", KILLS, 0, lost + leftAfterwards, SEED, seconds)
        .write();
    assertEquals(0, lost, "models lost or mixed");
    assertEquals(0, leftAfterwards, "files left after the next save");
    assertTrue(left > KILLS / 5, left + " kills hit a save");
  }

  /** Starts a program, which waits until it is to save. */
  private static Process program(Path file) throws IOException {
    return TestProgram.of(SavingProgram.class, List.of(), file.toString()).start();
  }

  private static void killAfter(long nanos, Process program, int number) throws Exception {
    try (Writer in = program.outputWriter(StandardCharsets.UTF_8)) {
      in.write(number + "\n");
    }
    assertEquals('s', program.getInputStream().read());
    TimeUnit.NANOSECONDS.sleep(nanos);
    program.destroyForcibly().waitFor();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
