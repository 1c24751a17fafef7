package dev.annette.runtime.init;

import java.util.Arrays;

/** Every weight 0. */
public final class Zeros {
  private Zeros() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key not used
   */
  public static void fill(float[] w, int in, int out, long key) {
    Arrays.fill(w, 0, in * out, 0f);
  }
}
