package dev.annette.runtime.kernel;

/**
 * A product {@code y = x·w + bias} that leaves out terms whose weight is 0. Each output is one
 * chain of {@link Math#fma} over the remaining inputs in ascending order, from the bias.
 */
interface ZeroSkipping {
  /**
   * Writes the rows {@code [from, to)} of y.
   *
   * @param x {@code [batch, in]}, finite in these rows
   * @param bias {@code [out]}, or null for none
   * @param y {@code [batch, out]}
   */
  void forward(float[] x, float[] bias, float[] y, int from, int to, Scratch scratch);
}
