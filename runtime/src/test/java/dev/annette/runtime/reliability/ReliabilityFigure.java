package dev.annette.runtime.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a test has measured of reliability, written to {@code target/reliability/<figure>.json}.
 *
 * @param figure its name, of lower-case letters, digits and hyphens
 * @param count how many cases were tried
 * @param worst the worst value met, in the unit of the figure; 0 for one that only counts
 * @param failures how many cases did not hold
 * @param seed what the cases were drawn from; 0 for all cases of a kind
 * @param seconds how long it took
 */
public record ReliabilityFigure(
    String figure, long count, double worst, long failures, long seed, double seconds) {
  private static final Path DIRECTORY = Path.of("target", "reliability");

  /** Requires what JSON can hold. */
  public ReliabilityFigure {
    if (!figure.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("\"" + figure + "\" is no name of a figure");
    }
    if (!Double.isFinite(worst) || !Double.isFinite(seconds)) {
      throw new IllegalArgumentException(figure + ": " + worst + " and " + seconds + " are finite");
    }
  }

  /** Writes the figure over what an earlier run has measured; called also when cases failed. */
  public void write() throws IOException {
    Files.createDirectories(DIRECTORY);
    Files.writeString(
        DIRECTORY.resolve(figure + ".json"),
        String.format(
            Locale.ROOT,
            "{\"figure\":\"%s\",\"count\":%d,\"worst\":%s,\"failures\":%d,\"seed\":%d,\"seconds\":%.3f}\n",
            figure,
            count,
            worst,
            failures,
            seed,
            seconds));
  }
}
