package dev.annette.runtime.init;

/** Normal with deviation 1, whatever the widths. */
public final class StandardNormal {
  private StandardNormal() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input, or the number of categories
   * @param out the width of the layer's output, or the numbers of a category
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    NormalDistribution.fill(w, in * out, 1, key);
  }
}
