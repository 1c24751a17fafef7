package dev.annette.runtime.train;

import java.util.List;

/** What a run returns to if it diverges: parameters, optimizer state and counters of one moment. */
final class LastGood {
  private final TrainingState state;
  private final float[][] values;
  private final float[][][] averages;
  private final float[][] running;
  private long updates;
  private long steps;

  /** Creates the arrays and keeps the present moment. */
  LastGood(TrainingState state) {
    this.state = state;
    List<LearnedParameter> parameters = state.parameters().parameters();
    values = new float[parameters.size()][];
    averages = new float[parameters.size()][][];
    for (int i = 0; i < values.length; i++) {
      LearnedParameter parameter = parameters.get(i);
      values[i] = new float[parameter.values().length];
      averages[i] = new float[parameter.state().length][parameter.values().length];
    }
    running =
        state.parameters().running().stream()
            .map(statistic -> statistic.values().clone())
            .toArray(float[][]::new);
    keep();
  }

  /** Keeps the present moment instead of the one before. */
  void keep() {
    exchange(true);
    updates = state.descent().updates();
    steps = state.steps();
  }

  /** Returns to the moment kept. */
  void restore() {
    exchange(false);
    state.descent().rewind(updates);
    state.rewind(steps);
  }

  private void exchange(boolean keep) {
    List<LearnedParameter> parameters = state.parameters().parameters();
    for (int i = 0; i < values.length; i++) {
      LearnedParameter parameter = parameters.get(i);
      copy(parameter.values(), values[i], keep);
      for (int slot = 0; slot < averages[i].length; slot++) {
        copy(parameter.state()[slot], averages[i][slot], keep);
      }
    }
    for (int i = 0; i < running.length; i++) {
      copy(state.parameters().running().get(i).values(), running[i], keep);
    }
  }

  private static void copy(float[] live, float[] kept, boolean keep) {
    System.arraycopy(keep ? live : kept, 0, keep ? kept : live, 0, live.length);
  }
}
