package dev.annette.runtime.init;

import java.util.Arrays;

/** Every weight the same number. */
public final class Constant {
  private Constant() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param constant the number
   * @param key not used
   */
  public static void fill(float[] w, int in, int out, float constant, long key) {
    Arrays.fill(w, 0, in * out, constant);
  }
}
