package dev.annette.runtime.init;

import java.util.Arrays;

/** Every weight 1. */
public final class Ones {
  private Ones() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key not used
   */
  public static void fill(float[] w, int in, int out, long key) {
    Arrays.fill(w, 0, in * out, 1f);
  }
}
