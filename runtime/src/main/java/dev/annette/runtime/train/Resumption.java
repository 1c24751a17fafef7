package dev.annette.runtime.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A run that goes on where it was kept, as if it had never ended: {@code
 * training.resumable(Resumption.in(Path.of("digits.run")))}.
 *
 * <p>The run is kept in a file: at the start, which shows that this is possible, then again and
 * again between two batches, when the thread is interrupted, and at the end. A program that is
 * started again and calls {@code fit} with the same seed, rows and options finds the file and goes
 * on from there, in the midst of an epoch too, to the same bits as without the break: weights,
 * averages, what the optimizer remembers, schedules, early stopping, history and all. A run that is
 * complete is not repeated; its weights and history come from the file. To start anew, delete the
 * file.
 *
 * <p>The file is replaced as a whole, so at every moment it holds one moment of the run. It is
 * refused, with the reason and before anything is learned, if it is damaged or was kept by a run of
 * another network, seed, options or rows. Functions, such as a schedule written as a lambda and
 * metrics of one's own, are the caller's to keep the same; threads and callbacks may differ. A
 * callback sees the start of a resumed run with {@link Control#epoch()} above 0.
 *
 * @param file where the run is kept
 * @param interval how long the run goes on before it is kept again; 30 seconds by default, and zero
 *     for after every batch
 */
public record Resumption(Path file, Duration interval) {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if the interval is negative
   */
  public Resumption {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(interval, "interval");
    if (interval.isNegative()) {
      throw new IllegalArgumentException(
          "The interval of Resumption is %s; it must be zero or positive: every(Duration.ofMinutes(1))."
              .formatted(interval));
    }
  }

  /** Returns a run that is kept in this file every 30 seconds. */
  public static Resumption in(Path file) {
    return new Resumption(file, INTERVAL);
  }

  /** Returns the same kept after other times. */
  public Resumption every(Duration time) {
    return new Resumption(file, time);
  }
}
