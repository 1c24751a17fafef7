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
   * @throws IllegalArgumentException if a schedule needs the end of a run that has none
   */
  RunSchedules(
      List<Schedule> learningRate, List<Hyperparameter> hyperparameters, RunLength length) {
    learningRate.forEach(schedule -> this.learningRate.add(length.fix(schedule)));
    this.hyperparameters = hyperparameters;
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
    if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "The schedules of the learning rate multiply it by %s in step %d of the run; a factor must be at least 0 and finite."
              .formatted(factor, step + 1));
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
