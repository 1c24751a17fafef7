package dev.annette.runtime.kernel;

/**
 * Alpha dropout: a unit is set to α′ with probability {@code rate}, then all go through {@code a·x
 * + b}, so that mean 0 and variance 1 are kept (Klambauer et al. 2017). Its backward is that of
 * {@link DropoutKernel}: the gradient times the mask.
 *
 * <p>A unit's fate is that of {@link DropoutKernel}, with the same rounding of the rate to a
 * multiple of 1/65536; a and b are those of the rounded rate, so mean and variance stay exact.
 */
public final class AlphaDropoutKernel {
  /** α′, the limit of SELU far below 0: −1.0507009873554805·1.6732632423543772. */
  private static final double FLOOR = -1.7580993408473766;

  private AlphaDropoutKernel() {}

  /**
   * Draws the masks of the rows {@code [from, to)} and applies them.
   *
   * @param x {@code [batch, units]}
   * @param mask out: {@code [batch, units]}, the derivative of y by x: 0 or a
   * @param y out: {@code [batch, units]}, {@code a·α′ + b} or {@code a·x + b}; may be {@code x}
   * @param rate the share left out, at least 0 and below 1
   * @param key the generator's key for this layer and step
   */
  public static void forward(
      float[] x,
      float[] mask,
      float[] y,
      int from,
      int to,
      int units,
      float rate,
      long key,
      Scratch scratch) {
    int first = from * units;
    int end = to * units;
    int dropped = DropoutBits.dropped(rate);
    double share = (double) dropped / DropoutBits.LEVELS;
    double scale = 1 / Math.sqrt((1 - share) * (1 + share * FLOOR * FLOOR));
    double shift = -scale * share * FLOOR;
    float leftOut = (float) (scale * FLOOR + shift);
    float added = (float) shift;
    Kernels.active().dropoutMask(mask, first, end - first, dropped, (float) scale, key, scratch);
    for (int i = first; i < end; i++) {
      y[i] = mask[i] == 0 ? leftOut : Math.fma(mask[i], x[i], added);
    }
  }
}
