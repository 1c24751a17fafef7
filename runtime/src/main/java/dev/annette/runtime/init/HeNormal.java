package dev.annette.runtime.init;

/** Normal with deviation √(2/in) (He et al. 2015). */
public final class HeNormal {
  private HeNormal() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    NormalDistribution.fill(w, in * out, Math.sqrt(2.0 / in), key);
  }
}
