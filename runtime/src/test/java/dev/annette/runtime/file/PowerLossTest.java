package dev.annette.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The power goes at every call of a save; what was not forced is lost in any order. */
class PowerLossTest {
  private static final int SEED = 5;
  private static final int LOSSES_PER_CALL = 100;
  private static final Path FILE = Path.of("/models/model.json");

  /** The end of a program. */
  private static final class PowerLoss extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void no_power_loss_takes_a_file_or_mixes_two() throws IOException {
    long start = System.nanoTime();
    int[] outcomes = outcomes(true);
    int all = outcomes[0] + outcomes[1] + outcomes[2];
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("power-losses", all, 0, outcomes[0], SEED, seconds).write();
    assertEquals(0, outcomes[0], "lost");
    assertTrue(all >= 500 && outcomes[1] > 300 && outcomes[2] > 50, "old, new, all");
  }

  @Test
  void a_save_that_returned_is_not_undone() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < LOSSES_PER_CALL; i++) {
      VolatileDisk disk = new VolatileDisk(true);
      Generation.save(1, FILE, disk);
      Generation.save(2, FILE, disk);
      assertEquals(2, Generation.of(disk.afterPowerLoss(random).read(FILE)));
    }
  }

  @Test
  void without_forcing_the_bytes_files_are_lost() throws IOException {
    assertTrue(outcomes(false)[0] > 0);
  }

  /** Returns how often the file was lost, old and new. */
  private static int[] outcomes(boolean forcesBytes) throws IOException {
    Random random = new Random(SEED);
    int[] outcomes = new int[3];
    for (int call = 1; ; call++) {
      for (int i = 0; i < LOSSES_PER_CALL; i++) {
        VolatileDisk disk = new VolatileDisk(forcesBytes);
        Generation.save(1, FILE, disk);
        VolatileDisk left = left(disk, call, random);
        if (left == null) {
          return outcomes;
        }
        outcomes[Math.max(0, Generation.of(left.read(FILE)))]++;
        Generation.save(3, FILE, left);
        assertEquals(List.of(FILE), left.list(FILE.getParent()));
      }
    }
  }

  /** Returns the disk after a save with a power loss at a call; null if it has not so many. */
  private static VolatileDisk left(VolatileDisk disk, int call, Random random) throws IOException {
    List<VolatileDisk> left = new ArrayList<>();
    Disk dying =
        new FaultyDisk(
            disk,
            call,
            any -> {
              left.add(disk.afterPowerLoss(random));
              throw new PowerLoss();
            });
    try {
      Generation.save(2, FILE, dying);
      return null;
    } catch (PowerLoss loss) {
      return left.get(0);
    }
  }
}
