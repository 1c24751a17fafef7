package dev.annette.runtime.init;

/** Uniform within ±√(6/in) (He et al. 2015). */
public final class HeUniform {
  private HeUniform() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    UniformDistribution.fill(w, in * out, Math.sqrt(6.0 / in), key);
  }
}
