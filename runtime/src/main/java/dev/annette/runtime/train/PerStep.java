package dev.annette.runtime.train;

/**
 * A schedule with time counted in updates.
 *
 * @param schedule the factor by the number of updates made
 */
record PerStep(Schedule schedule) implements Schedule {
  @Override
  public double value(long time) {
    return schedule.value(time);
  }

  @Override
  public boolean countsSteps() {
    return true;
  }

  @Override
  public String describe() {
    return schedule.describe() + " by updates";
  }

  @Override
  public Schedule forRun(long length) {
    return new PerStep(schedule.forRun(length));
  }
}
