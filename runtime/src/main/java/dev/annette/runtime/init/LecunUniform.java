package dev.annette.runtime.init;

/** Uniform within ±√(3/in) (LeCun et al. 1998). */
public final class LecunUniform {
  private LecunUniform() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    UniformDistribution.fill(w, in * out, Math.sqrt(3.0 / in), key);
  }
}
