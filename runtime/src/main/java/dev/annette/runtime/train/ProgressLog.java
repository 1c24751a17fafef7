package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.util.Map;
import java.util.function.LongSupplier;

/** The report of a run as lines, one for each epoch or every so many. */
final class ProgressLog implements ProgressReport {
  private final ProgressOutput out;
  private final int columns;
  private final int every;
  private final RunExtent run;
  private final LongSupplier clock;
  private final long start;
  private long epochStart;
  private long steps;
  private int epochs;

  ProgressLog(ProgressOutput out, int columns, int every, RunExtent run, LongSupplier clock) {
    this.out = out;
    this.columns = columns;
    this.every = every;
    this.run = run;
    this.clock = clock;
    start = clock.getAsLong();
    epochStart = start;
  }

  @Override
  public void remark(String text) {
    out.line(ProgressLine.ascii(text));
  }

  @Override
  public void step(double dataLoss, int rows) {
    steps++;
  }

  @Override
  public void epoch(EpochRecord epoch) {
    epochs++;
    long now = clock.getAsLong();
    if (epochs == 1 || epochs == run.epochs() || epochs % every == 0) {
      out.line(line(epoch, now));
    }
    epochStart = now;
  }

  private String line(EpochRecord epoch, long now) {
    ProgressLine line =
        new ProgressLine(columns)
            .add(ProgressLine.epoch(epochs, run.epochs()), 0)
            .add("loss " + ProgressLine.number(epoch.dataLoss()), 0)
            .add(ProgressLine.penalty(epoch), 0)
            .add(ProgressLine.penalties(epoch), Integer.MAX_VALUE)
            .add(ProgressLine.validation("validation", epoch), 0);
    int rank = 1;
    for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
      line.add(ProgressLine.metric(metric.getKey(), metric.getValue()), rank++);
    }
    String whole =
        epochs == run.epochs()
            ? ProgressLine.clock((now - start) * 1e-9) + " in all"
            : ProgressLine.left(now - start, steps, run);
    return line.add(ProgressLine.time(now - epochStart), 0).add(whole, 0).text();
  }

  @Override
  public void end() {}
}
