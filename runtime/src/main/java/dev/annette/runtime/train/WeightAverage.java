package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import java.util.List;
import java.util.stream.Stream;

/** The average of the weights of a run. */
final class WeightAverage {
  private final Averaging kind;
  private final List<LearnedParameter> parameters;
  private final ParameterBlocks blocks;

  /** The average of every parameter. */
  private final float[][] averages;

  /** Those that are measured anew for the average; an average over updates has none. */
  private final List<RunningStatistic> running;

  /** What each was measured to be. */
  private final float[][] statistics;

  private final ParameterPass[] taking;

  /** How many weights were taken. */
  private long count;

  private float share;

  WeightAverage(Averaging kind, List<LearnedParameter> parameters, List<RunningStatistic> running) {
    this.kind = kind;
    this.parameters = parameters;
    this.running = kind instanceof Swa ? running : List.of();
    blocks = new ParameterBlocks(parameters);
    averages = parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);
    statistics =
        this.running.stream().map(one -> new float[one.values().length]).toArray(float[][]::new);
    taking = new ParameterPass[] {blocks.pass(1, this::take)};
  }

  /** Returns whether a run with these options goes on with this average. */
  boolean continues(Averaging next) {
    return kind instanceof Ema && kind.equals(next);
  }

  /** Takes the weights after an update, if updates count. */
  void afterStep(Phases phases) {
    if (kind instanceof Ema ema) {
      take(phases, 1 - ema.decay());
    }
  }

  /**
   * Takes the weights after an epoch, if epochs count; returns whether it did.
   *
   * @param epochOfRun its number in the run, from 1
   */
  boolean afterEpoch(Phases phases, long epochOfRun) {
    boolean takes = kind instanceof Swa swa && epochOfRun >= swa.epoch();
    if (takes) {
      take(phases, 1.0 / (count + 1));
    }
    return takes;
  }

  /**
   * Runs a measurement of running statistics with the average in place of the weights, within their
   * constraints as a model has it. What it leaves in them are the statistics of the average from
   * now on; average, weights and statistics themselves come back.
   */
  void measureStatistics(Runnable measurement) {
    float[][] before = running.stream().map(one -> one.values().clone()).toArray(float[][]::new);
    float[][] exact = Stream.of(averages).map(float[]::clone).toArray(float[][]::new);
    for (int p = 0; p < averages.length; p++) {
      parameters.get(p).project(averages[p]);
    }
    swap();
    try {
      measurement.run();
    } finally {
      swap();
      for (int p = 0; p < averages.length; p++) {
        System.arraycopy(exact[p], 0, averages[p], 0, exact[p].length);
      }
      for (int i = 0; i < before.length; i++) {
        float[] values = running.get(i).values();
        System.arraycopy(values, 0, statistics[i], 0, values.length);
        System.arraycopy(before[i], 0, values, 0, values.length);
      }
    }
  }

  private void swap() {
    for (int p = 0; p < averages.length; p++) {
      float[] values = parameters.get(p).values();
      float[] average = averages[p];
      for (int i = 0; i < average.length; i++) {
        float value = values[i];
        values[i] = average[i];
        average[i] = value;
      }
    }
  }

  private void take(Phases phases, double shareOfNew) {
    share = count == 0 ? 1 : (float) shareOfNew;
    phases.run(taking);
    count++;
  }

  private void take(int block, Scratch scratch) {
    float[] average = averages[blocks.parameter(block)];
    float[] values = parameters.get(blocks.parameter(block)).values();
    int from = blocks.from(block);
    int to = blocks.to(block);
    if (count == 0) {
      System.arraycopy(values, from, average, from, to - from);
      return;
    }
    for (int i = from; i < to; i++) {
      average[i] = Math.fma(share, values[i] - average[i], average[i]);
    }
  }

  /** Forgets all weights taken, so that the next ones are the first. */
  void forget() {
    count = 0;
  }

  /** Returns how many weights were taken. */
  long count() {
    return count;
  }

  /** Returns to an earlier count; the arrays are the caller's to restore. */
  void rewind(long earlier) {
    count = earlier;
  }

  /** Returns whether running statistics have to be measured for the average. */
  boolean measures() {
    return !running.isEmpty();
  }

  /** Returns the live arrays of the average, meaningless while nothing was taken. */
  List<float[]> arrays() {
    return Stream.of(averages, statistics).flatMap(Stream::of).toList();
  }

  /**
   * Returns a copy of what stands for a tensor: its average, moved into the constraints of the
   * parameter, or itself if it has none or before the first.
   */
  float[] copyOf(float[] values) {
    for (int i = 0; i < averages.length && count > 0; i++) {
      if (parameters.get(i).values() == values) {
        float[] copy = averages[i].clone();
        parameters.get(i).project(copy);
        return copy;
      }
    }
    for (int i = 0; i < statistics.length && count > 0; i++) {
      if (running.get(i).values() == values) {
        return statistics[i].clone();
      }
    }
    return values.clone();
  }
}
