package dev.annette.runtime.train;

import java.util.ArrayList;
import java.util.List;

/** The schedules of a run at a time of it. */
final class RunSchedules {
  private final List<Schedule> learningRate = new ArrayList<>();
  private final List<Hyperparameter> hyperparameters;
  private long firstStep;
  private long firstEpoch;
  private long step;
  private long epoch;

  /** What callbacks have multiplied the learning rate by. */
  private double scale = 1;

  /**
   * Starts at time 0.
   *
   * @param learningRate factors of the learning rate
   * @param hyperparameters those that may have a schedule
   * @throws IllegalArgumentException if a schedule needs the end of a run that has none, or a
   *     factor of the learning rate is negative or not finite at a time that is {@linkplain
   *     RunLength#checkedTimes looked at}
   */
  RunSchedules(
      List<Schedule> learningRate, List<Hyperparameter> hyperparameters, RunLength length) {
    for (Schedule declared : learningRate) {
      Schedule schedule = length.fix(declared);
      for (long time = 0; time < length.checkedTimes(schedule); time++) {
        double factor = schedule.value(time);
        if (!isFactor(factor)) {
          throw refused(factor, RunLength.words(schedule, time));
        }
      }
      this.learningRate.add(schedule);
    }
    this.hyperparameters = hyperparameters;
  }

  private static boolean isFactor(double factor) {
    return factor >= 0 && factor <= Double.MAX_VALUE;
  }

  private static IllegalArgumentException refused(double factor, String time) {
    return new IllegalArgumentException(
        "The schedules of the learning rate multiply it by %s in %s; a factor must be at least 0 and finite."
            .formatted(factor, time));
  }

  /** Makes this the time 0, after so many updates and epochs of earlier runs. */
  void start(long steps, long epochs) {
    firstStep = steps;
    firstEpoch = epochs;
  }

  /**
   * Sets the time.
   *
   * @param steps the updates of all runs
   * @param epochs the epochs of all runs
   */
  void at(long steps, long epochs) {
    step = steps - firstStep;
    epoch = epochs - firstEpoch;
  }

  /** Returns how many updates were made before the run. */
  long firstStep() {
    return firstStep;
  }

  /** Returns how many epochs were finished before the run. */
  long firstEpoch() {
    return firstEpoch;
  }

  /** Gives every rate and strength its value for the time. */
  void act() {
    for (int i = 0; i < hyperparameters.size(); i++) {
      hyperparameters.get(i).at(step, epoch);
    }
  }

  /**
   * Returns what the optimizer's learning rate is multiplied by.
   *
   * @throws IllegalArgumentException if a schedule's factor is negative or not finite
   */
  double learningRateFactor() {
    double factor = scale;
    for (int i = 0; i < learningRate.size(); i++) {
      Schedule schedule = learningRate.get(i);
      factor *= schedule.value(schedule.countsSteps() ? step : epoch);
    }
    if (!isFactor(factor)) {
      throw refused(factor, "step " + (step + 1) + " of the run");
    }
    return factor;
  }

  /** Returns which numbers change in the course of the run. */
  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    for (Schedule schedule : learningRate) {
      remarks.add(Remark.Kind.SCHEDULE.says("learning rate: times " + schedule.describe()));
    }
    for (Hyperparameter one : hyperparameters) {
      if (one.schedule() != null) {
        remarks.add(
            Remark.Kind.SCHEDULE.says(
                one.attribute() + " of " + one.layer() + ": times " + one.schedule().describe()));
      }
    }
    return remarks;
  }

  /** Multiplies the learning rate from now on. */
  void scale(double factor) {
    scale *= factor;
  }

  /** Returns what callbacks have multiplied the learning rate by. */
  double scale() {
    return scale;
  }
}
