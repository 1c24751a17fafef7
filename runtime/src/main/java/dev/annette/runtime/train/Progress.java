package dev.annette.runtime.train;

import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How a run is reported while it runs, in ASCII: as a bar on a terminal, or as a log.
 *
 * <p>A bar is one line, rewritten at most ten times a second, with the epoch, the batch, the loss
 * of the epoch so far, the last validation loss, training rows a second and the time left:
 *
 * <pre>{@code
 * epoch  3/20 [###.....] 141/352  loss 0.3021  val 0.2810  97k rows/s  0:41 left
 * }</pre>
 *
 * <p>A log has one line for each epoch, with its time: {@code epoch 12/100 loss 0.3021 + penalty
 * 0.0123 (hidden.l2 0.0100, output.l2 0.0023) validation 0.2810 accuracy 0.972 840 ms 1:02 left}.
 * Each penalty is named where they are few and the line has room.
 *
 * <p>Rows a second and the time left go by the run so far, validation and callbacks included.
 * {@code max 0:41 left} is said of a run that early stopping may end before.
 */
public final class Progress {
  /** A line that is rewritten must not be longer than the terminal is wide. */
  private static final int TERMINAL_COLUMNS = 79;

  private static final int LOG_COLUMNS = 100;

  private final Appendable out;
  private final boolean rewrites;
  private final int columns;
  private final int every;

  private Progress(Appendable out, boolean rewrites, int columns, int every) {
    this.out = Objects.requireNonNull(out, "out");
    this.rewrites = rewrites;
    this.columns = columns;
    this.every = every;
  }

  /** Returns a bar if standard output is a terminal, and else a log. */
  public static Progress standard() {
    return on(System.out);
  }

  /** Returns a bar if this is standard output and a terminal, and else a log. */
  public static Progress on(Appendable out) {
    return out == System.out && isTerminal() ? bar(out) : log(out);
  }

  /** Returns a bar of at most 79 columns, whatever it is written to. */
  public static Progress bar(Appendable out) {
    return new Progress(out, true, TERMINAL_COLUMNS, 1);
  }

  /** Returns a log of at most 100 columns, whatever it is written to. */
  public static Progress log(Appendable out) {
    return new Progress(out, false, LOG_COLUMNS, 1);
  }

  /**
   * Returns the same in lines of at most so many columns; what matters least is left out first.
   *
   * @param count at least 40; for a bar, fewer than the terminal has
   */
  public Progress columns(int count) {
    if (count < 40) {
      throw new IllegalArgumentException(
          "columns is %d: a line of progress needs at least 40.".formatted(count));
    }
    return new Progress(out, rewrites, count, every);
  }

  /**
   * Returns a log of every so many epochs alone, of the first and of the last; a bar stays as it
   * is.
   *
   * @param epochs at least 1
   */
  public Progress every(int epochs) {
    Rules.requirePositive(epochs, "every", "a log has lines for epochs");
    return new Progress(out, rewrites, columns, epochs);
  }

  /**
   * Starts the report of a run.
   *
   * @param clock the nanoseconds since some moment
   */
  ProgressReport report(RunExtent run, LongSupplier clock) {
    ProgressOutput output = new ProgressOutput(out);
    return rewrites
        ? new ProgressBar(output, columns, run, clock)
        : new ProgressLog(output, columns, every, run, clock);
  }

  /** Returns whether there is a terminal; JDK 22 to 24 have a console without one, too. */
  private static boolean isTerminal() {
    int jdk = Runtime.version().feature();
    return (jdk < 22 || jdk > 24) && System.console() != null;
  }
}
