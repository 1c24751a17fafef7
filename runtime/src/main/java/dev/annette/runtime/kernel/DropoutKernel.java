package dev.annette.runtime.kernel;

/**
 * Inverted dropout: a unit is dropped with probability {@code rate}, a kept one is multiplied by
 * {@code 1/(1 - rate)} (Srivastava et al. 2014).
 *
 * <p>A unit's fate is 16 bits of a counter-based generator, so the rate is rounded to a multiple of
 * 1/65536, and the multiplier is that of the rounded rate: the expectation of a unit stays exact.
 * The bits belong to the element {@code row·units + unit} under the key, whatever the row range.
 */
public final class DropoutKernel {
  private DropoutKernel() {}

  /**
   * Draws the masks of the rows {@code [from, to)} and writes {@code y = x·mask}.
   *
   * @param x {@code [batch, units]}
   * @param mask {@code [batch, units]}, written: 0 or the multiplier of kept units
   * @param y {@code [batch, units]}; may be {@code x}
   * @param rate the share dropped, at least 0 and below 1
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
    float multiplier = (float) DropoutBits.LEVELS / (DropoutBits.LEVELS - dropped);
    Kernels.active().dropoutMask(mask, first, end - first, dropped, multiplier, key, scratch);
    for (int i = first; i < end; i++) {
      y[i] = x[i] * mask[i];
    }
  }

  /** Multiplies the gradient of the rows {@code [from, to)} by their masks, in place. */
  public static void backward(float[] mask, float[] gradient, int from, int to, int units) {
    for (int i = from * units; i < to * units; i++) {
      gradient[i] *= mask[i];
    }
  }
}
