package dev.annette.runtime.init;

/** Normal with deviation √(2/(in + out)) (Glorot and Bengio 2010). */
public final class GlorotNormal {
  private GlorotNormal() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    NormalDistribution.fill(w, in * out, Math.sqrt(2.0 / ((double) in + out)), key);
  }
}
