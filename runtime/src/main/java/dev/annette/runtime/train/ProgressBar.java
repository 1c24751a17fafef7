package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** The report of a run as one line of a terminal, written again and again. */
final class ProgressBar implements ProgressReport {
  /** The line is rewritten at most ten times a second. */
  private static final long REWRITE_NANOS = 100_000_000;

  private static final int LONGEST_BAR = 16;
  private static final int SHORTEST_BAR = 4;

  private final ProgressOutput out;
  private final int columns;
  private final RunExtent run;
  private final LongSupplier clock;
  private final long start;

  /** When the line was written last; the first pace that is shown is that of some time. */
  private long shown;

  /** How many columns the line on the terminal has. */
  private int lineLength;

  /** Whether the run has ended, and the line with it. */
  private boolean ended;

  private long steps;
  private long rows;
  private int epochs;

  /** Whether an epoch is at hand; the numbers below are its own, or those of the last one. */
  private boolean withinEpoch;

  private int batch;
  private double epochLoss;
  private long epochRows;

  /** The last finished epoch; null before the first. */
  private EpochRecord last;

  ProgressBar(ProgressOutput out, int columns, RunExtent run, LongSupplier clock) {
    this.out = out;
    this.columns = columns;
    this.run = run;
    this.clock = clock;
    start = clock.getAsLong();
    shown = start;
  }

  @Override
  public void remark(String text) {
    out.line(ProgressLine.ascii(text));
  }

  @Override
  public void step(double dataLoss, int batchRows) {
    if (!withinEpoch) {
      withinEpoch = true;
      batch = 0;
      epochLoss = 0;
      epochRows = 0;
    }
    steps++;
    batch++;
    rows += batchRows;
    epochRows += batchRows;
    epochLoss += dataLoss * batchRows;
    showIfDue();
  }

  @Override
  public void epoch(EpochRecord epoch) {
    last = epoch;
    epochs++;
    withinEpoch = false;
    showIfDue();
  }

  @Override
  public void end() {
    if (!ended && steps > 0) {
      ended = true;
      show(clock.getAsLong());
      out.line("");
    }
  }

  private void showIfDue() {
    long now = clock.getAsLong();
    if (now - shown >= REWRITE_NANOS) {
      show(now);
    }
  }

  private void show(long now) {
    String line = line(now);
    out.write('\r' + line + " ".repeat(Math.max(0, lineLength - line.length())));
    lineLength = line.length();
    shown = now;
  }

  /** Returns the line with a bar of 4, 8, 12 or 16 columns, as there is room. */
  private String line(long now) {
    String line = line(bar(SHORTEST_BAR), now);
    int more = (columns - line.length()) / SHORTEST_BAR * SHORTEST_BAR;
    return line.contains("]") ? line(bar(Math.min(LONGEST_BAR, SHORTEST_BAR + more)), now) : line;
  }

  private String line(String bar, long now) {
    double loss = withinEpoch ? epochLoss / epochRows : last.dataLoss();
    ProgressLine line =
        new ProgressLine(columns)
            .add(ProgressLine.epoch(withinEpoch ? epochs + 1 : epochs, run.epochs()), 0)
            .add(bar, 1)
            .add(" " + batch + "/" + run.batches(), 3)
            .add("loss " + ProgressLine.number(loss), 0);
    int rank = 5;
    if (last != null) {
      line.add(ProgressLine.penalty(last), rank++);
      line.add(ProgressLine.validation("val", last), 2);
      for (Map.Entry<String, Double> metric : last.metrics().entrySet()) {
        line.add(ProgressLine.metric(metric.getKey(), metric.getValue()), rank++);
      }
    }
    return line.add(pace(now - start), 4).add(time(now - start), 0).text();
  }

  /** Returns how much of the epoch is done. */
  private String bar(int width) {
    int full = (int) ((long) width * batch / run.batches());
    return " [" + "#".repeat(full) + ".".repeat(width - full) + "]";
  }

  private String pace(long nanos) {
    double perSecond = rows / Math.max(nanos * 1e-9, 1e-9);
    if (perSecond < 9999.5) {
      return String.format(Locale.ROOT, "%.0f rows/s", perSecond);
    }
    return perSecond < 999_500
        ? String.format(Locale.ROOT, "%.0fk rows/s", perSecond * 1e-3)
        : String.format(Locale.ROOT, "%.1fM rows/s", perSecond * 1e-6);
  }

  private String time(long nanos) {
    return ended
        ? ProgressLine.clock(nanos * 1e-9) + " in all"
        : ProgressLine.left(nanos, steps, run);
  }
}
