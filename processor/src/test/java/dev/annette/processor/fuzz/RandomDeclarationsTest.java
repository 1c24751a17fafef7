package dev.annette.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Any declaration either compiles or is refused by messages that are written for it. */
class RandomDeclarationsTest {
  private static final int CASES = Tier.cases(500, 20_000);
  private static final int BATCH = 250;

  @Test
  void every_declaration_compiles_or_is_refused_in_words() throws IOException {
    long start = System.nanoTime();
    Battery battery = new Battery();
    int failures = 1;
    try {
      for (long seed = 0; seed < CASES; seed += BATCH) {
        battery.run(LongStream.range(seed, seed + BATCH).mapToObj(RandomSource::of).toList());
      }
      failures = 0;
    } finally {
      double seconds = (System.nanoTime() - start) * 1e-9;
      new ReliabilityFigure("random-declarations", battery.count(), 0, failures, 0, seconds)
          .write();
    }
    assertEquals(CASES, battery.count());
    assertTrue(battery.sound() > CASES / 5, "sound: " + battery.sound());
    assertTrue(battery.refused() > CASES / 5, "refused: " + battery.refused());
    assertTrue(battery.broken() > CASES / 50, "no Java: " + battery.broken());
  }
}
