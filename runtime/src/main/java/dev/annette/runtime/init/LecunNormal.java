package dev.annette.runtime.init;

/** Normal with deviation √(1/in) (LeCun et al. 1998). */
public final class LecunNormal {
  private LecunNormal() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    NormalDistribution.fill(w, in * out, Math.sqrt(1.0 / in), key);
  }
}
