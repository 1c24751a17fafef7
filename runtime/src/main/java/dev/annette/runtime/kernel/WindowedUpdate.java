package dev.annette.runtime.kernel;

/**
 * An update of parameters that every provider computes alike, window by window.
 *
 * <p>C2 vectorises a loop only if all its arrays share one index, so windows of the weights, the
 * states and the gradient are copied to the start of scratch arrays, and back.
 */
public abstract class WindowedUpdate {
  private static final int WINDOW = 1024;
  private static final int WEIGHTS = Scratch.UPDATE;
  private static final int GRADIENT = Scratch.UPDATE + 1;
  private static final int STATES = Scratch.UPDATE + 2;

  private final int states;

  /** Creates an update that keeps up to three state arrays. */
  WindowedUpdate(int states) {
    this.states = states;
  }

  /**
   * Updates {@code w[offset, offset + count)}.
   *
   * @param state {@code [states][≥ offset + count]}, changed at the offset of {@code w}
   * @param gradient {@code [count]} from 0; may be overwritten
   */
  public final void update(
      float[] w,
      float[][] state,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    ScalarUpdates.addSubgradient(w, offset, gradient, 0, count, c);
    float[] weights = scratch.floats(WEIGHTS, WINDOW);
    float[] gradients = scratch.floats(GRADIENT, WINDOW);
    float[] first = scratch.floats(STATES, WINDOW);
    float[] second = scratch.floats(STATES + 1, WINDOW);
    float[] third = scratch.floats(STATES + 2, WINDOW);
    for (int done = 0; done < count; done += WINDOW) {
      int n = Math.min(WINDOW, count - done);
      int at = offset + done;
      System.arraycopy(w, at, weights, 0, n);
      System.arraycopy(gradient, done, gradients, 0, n);
      load(state, at, first, second, third, n);
      run(weights, gradients, first, second, third, n, c);
      System.arraycopy(weights, 0, w, at, n);
      store(state, at, first, second, third, n);
    }
  }

  /**
   * Updates one window; all arrays are {@code [≥ n]}, those of states beyond the last are not used.
   */
  abstract void run(
      float[] w,
      float[] gradient,
      float[] first,
      float[] second,
      float[] third,
      int n,
      UpdateCoefficients c);

  private void load(float[][] state, int at, float[] first, float[] second, float[] third, int n) {
    if (states > 0) {
      System.arraycopy(state[0], at, first, 0, n);
    }
    if (states > 1) {
      System.arraycopy(state[1], at, second, 0, n);
    }
    if (states > 2) {
      System.arraycopy(state[2], at, third, 0, n);
    }
  }

  private void store(float[][] state, int at, float[] first, float[] second, float[] third, int n) {
    if (states > 0) {
      System.arraycopy(first, 0, state[0], at, n);
    }
    if (states > 1) {
      System.arraycopy(second, 0, state[1], at, n);
    }
    if (states > 2) {
      System.arraycopy(third, 0, state[2], at, n);
    }
  }

  /** Returns u moved towards 0 by a threshold. */
  static float soft(float u, float threshold) {
    return ScalarUpdates.soft(u, threshold);
  }

  /** Returns a state without denormal numbers. */
  static float flush(float state) {
    return soft(state, ScalarUpdates.TINY);
  }
}
