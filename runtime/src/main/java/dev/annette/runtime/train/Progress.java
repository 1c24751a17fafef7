package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The report of a run while it runs, in ASCII and at most 100 columns.
 *
 * <p>On a terminal one line is rewritten as epochs end, with a bar and the time left. Elsewhere a
 * plain line is printed for the first epoch, the last one and about twenty evenly spaced ones:
 * {@code epoch 12/100 loss 0.3021 + penalty 0.0123 (hidden.l2 0.0100, output.l2 0.0023) validation
 * 0.2810 accuracy 0.972}. Each penalty is named where they are few and the line has room.
 */
final class Progress {
  private static final int LINES = 20;
  private static final int BAR = 16;
  private static final int COLUMNS = 100;

  /** So many penalties are named one by one. */
  private static final int NAMED_PENALTIES = 3;

  /** The line on a terminal is rewritten at most 20 times a second. */
  private static final long REWRITE_NANOS = 50_000_000;

  private final PrintStream out;
  private final boolean everyEpoch;
  private final boolean rewriting;
  private final long start = System.nanoTime();
  private int lineLength;
  private long shown;

  /**
   * Creates a report.
   *
   * @param out where it is printed
   * @param everyEpoch whether no epoch is left out
   * @param rewriting whether the output is a terminal, where a line can be written again
   */
  Progress(PrintStream out, boolean everyEpoch, boolean rewriting) {
    this.out = out;
    this.everyEpoch = everyEpoch;
    this.rewriting = rewriting;
  }

  static PrintStream standardOutput() {
    return System.out;
  }

  /** Returns a report that rewrites its line if the stream is that of a terminal. */
  static Progress on(PrintStream out, boolean everyEpoch) {
    return new Progress(out, everyEpoch, out == standardOutput() && isTerminal());
  }

  /** Returns whether there is a terminal; JDK 22 to 24 have a console without one, too. */
  private static boolean isTerminal() {
    int jdk = Runtime.version().feature();
    return (jdk < 22 || jdk > 24) && System.console() != null;
  }

  /** Returns a report that prints nothing. */
  static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), false, false);
  }

  /** Prints a remark on a line of its own. */
  void remark(String text) {
    out.println(ascii(text));
  }

  /** Reports the epoch that is the {@code done}-th of this run. */
  void epoch(EpochRecord epoch, int done, int epochs) {
    if (rewriting && isDue(done, epochs)) {
      rewrite(line(bar(done, epochs), epoch, done, epochs, left(done, epochs)), done == epochs);
    } else if (!rewriting && (everyEpoch || isPrinted(done, epochs))) {
      out.println(line("", epoch, done, epochs, ""));
    }
  }

  private boolean isDue(int done, int epochs) {
    long now = System.nanoTime();
    boolean due = done == 1 || done == epochs || now - shown >= REWRITE_NANOS;
    shown = due ? now : shown;
    return due;
  }

  private static boolean isPrinted(int done, int epochs) {
    int every = Math.max(1, (epochs + LINES - 1) / LINES);
    return done == 1 || done == epochs || done % every == 0;
  }

  /** Returns a line of at most {@value #COLUMNS} columns. */
  private static String line(String bar, EpochRecord epoch, int done, int epochs, String left) {
    int digits = Integer.toString(epochs).length();
    String head =
        bar
            + String.format(Locale.ROOT, "epoch %" + digits + "d/%d", done, epochs)
            + "  loss "
            + number(epoch.dataLoss())
            + (epoch.penalty() == 0 ? "" : " + penalty " + number(epoch.penalty()));
    String tail = measures(epoch) + left;
    String penalties = penalties(epoch);
    boolean fits = head.length() + penalties.length() + tail.length() <= COLUMNS;
    return cut(head + (fits ? penalties : "") + tail);
  }

  /** Returns each penalty by itself: {@code (hidden.l2 0.0100, output.l2 0.0023)}. */
  private static String penalties(EpochRecord epoch) {
    if (epoch.penalty() == 0 || epoch.penalties().size() > NAMED_PENALTIES) {
      return "";
    }
    if (epoch.penalties().size() == 1) {
      return " (" + ascii(shortName(epoch.penalties().firstKey())) + ")";
    }
    StringJoiner each = new StringJoiner(", ", " (", ")");
    epoch
        .penalties()
        .forEach((name, value) -> each.add(ascii(shortName(name)) + " " + number(value)));
    return each.toString();
  }

  /** Leaves out that a penalty acts on weights, as most do. */
  private static String shortName(String penalty) {
    return penalty.replace(".weights.", ".");
  }

  private static String measures(EpochRecord epoch) {
    StringBuilder line = new StringBuilder();
    if (!Double.isNaN(epoch.validationLoss())) {
      line.append("  validation ").append(number(epoch.validationLoss()));
    }
    epoch
        .metrics()
        .forEach(
            (name, value) ->
                line.append(String.format(Locale.ROOT, "  %s %.3f", ascii(name), value)));
    return line.toString();
  }

  private static String number(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= 1e-3 && size < 1e5;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }

  private static String bar(int done, int epochs) {
    int full = (int) ((long) BAR * done / epochs);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] ";
  }

  private String left(int done, int epochs) {
    if (done == epochs) {
      return "";
    }
    double secondsPerEpoch = (System.nanoTime() - start) * 1e-9 / done;
    long seconds = Math.round(secondsPerEpoch * (epochs - done));
    return String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
  }

  private void rewrite(String line, boolean last) {
    out.print('\r' + line + " ".repeat(Math.max(0, lineLength - line.length())));
    lineLength = line.length();
    if (last) {
      end();
    }
    out.flush();
  }

  /** Ends a line that is still being rewritten, so that what follows starts on its own. */
  void end() {
    if (lineLength > 0) {
      out.println();
      lineLength = 0;
    }
  }

  private static String cut(String line) {
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 3) + "...";
  }

  private static String ascii(String text) {
    return text.replace("λ", "lambda").replaceAll("[^\\x20-\\x7e]", "?");
  }
}
