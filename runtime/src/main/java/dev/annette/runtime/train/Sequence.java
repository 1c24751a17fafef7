package dev.annette.runtime.train;

import java.util.Objects;

/**
 * One schedule after another, as PyTorch's SequentialLR.
 *
 * @param first the schedule until {@code after}
 * @param after the time at which the next one starts, at its time 0
 * @param next the schedule from there on
 */
record Sequence(Schedule first, long after, Schedule next) implements Schedule {
  Sequence {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(next, "next");
    Rules.requirePositive(after, "then", "the first of two schedules lasts a time");
    if (first.countsSteps() != next.countsSteps()) {
      throw new IllegalArgumentException(
          "%s counts %s, but %s counts %s: say perStep() of both or of neither."
              .formatted(first.describe(), unit(first), next.describe(), unit(next)));
    }
  }

  private static String unit(Schedule schedule) {
    return schedule.countsSteps() ? "updates" : "epochs";
  }

  @Override
  public double value(long time) {
    return time < after ? first.value(time) : next.value(time - after);
  }

  @Override
  public boolean countsSteps() {
    return first.countsSteps();
  }

  @Override
  public String describe() {
    return first.describe() + ", from " + after + " on " + next.describe();
  }

  @Override
  public Schedule forRun(long length) {
    long rest = length == 0 ? 0 : Math.max(1, length - after);
    return new Sequence(first.forRun(after), after, next.forRun(rest));
  }
}
