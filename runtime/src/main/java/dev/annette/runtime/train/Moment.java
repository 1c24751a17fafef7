package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment of a run to return to: all tensors and averages, what the optimizer remembers and has
 * yet to adopt, and the counters.
 *
 * <p>Live arrays are copied into arrays of the same lengths, so keeping a moment allocates nothing.
 */
final class Moment {
  private final TrainingState state;
  private final List<float[]> live = new ArrayList<>();
  private final List<float[]> kept = new ArrayList<>();
  private final List<LearnedParameter> parameters;

  /** By parameter, whether the optimizer had yet to adopt it. */
  private final boolean[] replaced;

  /** The average that the run keeps; null if none. */
  private final WeightAverage average;

  private long averaged;
  private long updates;
  private long steps;
  private int epoch;

  /** Creates the arrays and keeps the present moment. */
  Moment(TrainingState state) {
    this.state = state;
    live.addAll(state.parameters().tensors());
    parameters = state.parameters().parameters();
    replaced = new boolean[parameters.size()];
    for (LearnedParameter parameter : parameters) {
      live.addAll(List.of(parameter.state()));
    }
    average = state.parameters().average();
    if (average != null) {
      live.addAll(average.arrays());
    }
    live.forEach(array -> kept.add(new float[array.length]));
    keep();
  }

  /** Keeps the present moment instead of the one before. */
  void keep() {
    copy(live, kept);
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = parameters.get(i).replaced();
    }
    averaged = average == null ? 0 : average.count();
    updates = state.descent().updates();
    steps = state.steps();
    epoch = state.epochs();
  }

  /** Returns to the moment kept, except for the counters of steps and epochs. */
  void restore() {
    copy(kept, live);
    for (int i = 0; i < replaced.length; i++) {
      parameters.get(i).replaced(replaced[i]);
    }
    state.descent().rewind(updates);
    if (average != null) {
      average.rewind(averaged);
    }
  }

  /** Returns to the moment kept, the counter of steps included. */
  void rewind() {
    resume(state.epochs(), state.history());
  }

  /** Goes to the moment kept, after these epochs. */
  void resume(int epochs, List<EpochRecord> history) {
    restore();
    state.resume(steps, epochs, history);
  }

  /** Writes the moment kept. */
  void write(RunOutput out) throws IOException {
    out.put(averaged);
    out.put(updates);
    out.put(steps);
    out.put(epoch);
    for (boolean one : replaced) {
      out.put(one);
    }
    for (float[] array : kept) {
      out.put(array);
    }
  }

  /** Reads a moment to return to instead of the one kept; the run stays where it is. */
  void read(RunInput in) throws IOException {
    averaged = in.getLong();
    updates = in.getLong();
    steps = in.getLong();
    epoch = in.getInt();
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = in.getBoolean();
    }
    for (float[] array : kept) {
      in.get(array);
    }
  }

  /** Returns how many epochs were finished, in all runs. */
  int epoch() {
    return epoch;
  }

  private static void copy(List<float[]> from, List<float[]> to) {
    for (int i = 0; i < from.size(); i++) {
      System.arraycopy(from.get(i), 0, to.get(i), 0, from.get(i).length);
    }
  }
}
