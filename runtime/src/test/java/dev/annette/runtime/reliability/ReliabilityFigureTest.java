package dev.annette.runtime.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReliabilityFigureTest {
  @Test
  void isOneLineOfJson() throws Exception {
    Path file = Path.of("target", "reliability", "test-of-a-figure.json");
    new ReliabilityFigure("test-of-a-figure", 3, 1.5e-7, 1, -2, 0.25).write();
    String line = Files.readString(file);
    Files.delete(file);
    assertEquals(
        "{\"figure\":\"test-of-a-figure\",\"count\":3,\"worst\":1.5E-7,\"failures\":1,\"seed\":-2,"
            + "\"seconds\":0.250}\n",
        line);
  }

  @Test
  void refusesWhatIsNoFigure() {
    assertThrows(
        IllegalArgumentException.class, () -> new ReliabilityFigure("a\"b", 1, 0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new ReliabilityFigure("a", 1, Double.NaN, 0, 0, 0));
  }
}
