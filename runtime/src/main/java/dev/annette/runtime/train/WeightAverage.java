package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import java.util.List;

/** The average of the weights of a run. */
final class WeightAverage {
  private final Averaging kind;
  private final List<LearnedParameter> parameters;
  private final ParameterBlocks blocks;

  /** The average of every parameter. */
  private final float[][] averages;

  private final ParameterPass[] taking;

  /** How many weights were taken. */
  private long count;

  private float share;

  WeightAverage(Averaging kind, List<LearnedParameter> parameters) {
    this.kind = kind;
    this.parameters = parameters;
    blocks = new ParameterBlocks(parameters);
    averages = parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);
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
   * Takes the weights after an epoch, if epochs count.
   *
   * @param epochOfRun its number in the run, from 1
   */
  void afterEpoch(Phases phases, long epochOfRun) {
    if (kind instanceof Swa swa && epochOfRun >= swa.epoch()) {
      take(phases, 1.0 / (count + 1));
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

  /** Returns the live array of every parameter's average, meaningless while nothing was taken. */
  List<float[]> arrays() {
    return List.of(averages);
  }

  /** Returns what stands for a parameter's array: its average, or itself before the first. */
  float[] of(float[] values) {
    for (int i = 0; i < averages.length && count > 0; i++) {
      if (parameters.get(i).values() == values) {
        return averages[i];
      }
    }
    return values;
  }
}
