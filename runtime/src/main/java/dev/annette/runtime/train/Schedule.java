package dev.annette.runtime.train;

/**
 * A factor that changes in the course of a run: of the optimizer's learning rate, of a λ or of a
 * dropout rate.
 *
 * <p>A schedule multiplies what is declared or given beside it, so the same schedule serves every
 * learning rate. Time counts the epochs or the updates that the run has behind it: 0 in the first
 * epoch. {@code Sgd.of(0.1)} with {@code StepDecay.every(30, 0.1)} learns 30 epochs at 0.1, 30 at
 * 0.01 and so on; {@code schedule.perStep()} counts updates instead.
 *
 * <p>The factors are those of PyTorch's schedulers with {@code scheduler.step()} called after every
 * epoch, or after every batch.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * Returns the factor at a time.
   *
   * @param time the epochs, or updates, that the run has behind it
   */
  double value(long time);

  /** Returns whether time counts updates rather than epochs. */
  default boolean countsSteps() {
    return false;
  }

  /** Returns the same with time counted in updates. */
  default Schedule perStep() {
    return countsSteps() ? this : new PerStep(this);
  }

  /**
   * Returns this schedule until a time and another from there on, for which time starts again at 0.
   *
   * @throws IllegalArgumentException if one counts epochs and the other updates
   */
  default Schedule then(long after, Schedule next) {
    return new Sequence(this, after, next);
  }

  /** Returns it in words; a function has none of its own. */
  default String describe() {
    return getClass().isRecord() ? toString() : "a function of time";
  }

  /**
   * Returns this schedule for a run of a length, which those {@code overRun()} last.
   *
   * @param length the epochs, or updates, of the run; 0 if it has no known end
   * @throws IllegalArgumentException if the length must be known and is not
   */
  default Schedule forRun(long length) {
    return this;
  }
}
