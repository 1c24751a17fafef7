package dev.annette.runtime.train;

/**
 * How long a run is at most; both 0 where the caller makes the steps.
 *
 * @param epochs its passes over the rows
 * @param steps its updates
 */
record RunLength(long epochs, long steps) {
  /** The length of a run whose steps the caller makes. */
  static final RunLength UNKNOWN = new RunLength(0, 0);

  /**
   * The most times at which a schedule is looked at before a run, so that looking takes no longer
   * than a few batches.
   */
  static final long MOST_CHECKED = 100_000;

  /** Returns at how many times, from 0 on, a schedule is looked at before the run. */
  long checkedTimes(Schedule schedule) {
    return Math.min(MOST_CHECKED, Math.max(1, schedule.countsSteps() ? steps : epochs));
  }

  /** Returns a time of a schedule in words: {@code epoch 3 of the run}. */
  static String words(Schedule schedule, long time) {
    return (schedule.countsSteps() ? "step " : "epoch ") + (time + 1) + " of the run";
  }

  /** Returns a schedule that knows how long it lasts. */
  Schedule fix(Schedule schedule) {
    return schedule.forRun(schedule.countsSteps() ? steps : epochs);
  }

  /** Returns the length of a schedule that lasts the whole run, or refuses it. */
  static long require(long length, String schedule) {
    if (length == 0) {
      throw new IllegalArgumentException(
          schedule
              + ".overRun() lasts as long as the run, whose end is not known here: say "
              + schedule
              + ".over(n).");
    }
    return length;
  }
}
