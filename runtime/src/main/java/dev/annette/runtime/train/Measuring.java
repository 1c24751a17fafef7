package dev.annette.runtime.train;

/** Whether gradients are computed for what they show on the way, rather than to learn from. */
final class Measuring {
  private boolean statisticsFollow;
  private boolean rowsAlone;

  /** Returns whether batches are only measured, so that schedules rest. */
  boolean active() {
    return statisticsFollow || rowsAlone;
  }

  /** Returns whether running statistics follow batches of which gradients are collected. */
  boolean statisticsFollow() {
    return statisticsFollow;
  }

  /** Returns whether nothing is computed of a batch but what each row goes through alone. */
  boolean rowsAlone() {
    return rowsAlone;
  }

  /** Lets running statistics follow the batches of a measurement. */
  void followStatistics(Runnable measurement) {
    statisticsFollow = true;
    try {
      measurement.run();
    } finally {
      statisticsFollow = false;
    }
  }

  /** Leaves everything but the rows alone while an observer looks. */
  void observeRows(Runnable observer) {
    rowsAlone = true;
    try {
      observer.run();
    } finally {
      rowsAlone = false;
    }
  }
}
