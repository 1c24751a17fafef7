package dev.annette.runtime.kernel;

/**
 * Gaussian dropout: {@code y = x·N(1, √(rate / (1 − rate)))} (Srivastava et al. 2014, section 10).
 * Its backward is that of {@link DropoutKernel}: the gradient times the mask.
 *
 * <p>A unit's factor comes from the number of {@link NormalNumbers} for the element {@code
 * row·units + unit} under the key, whatever the row range.
 */
public final class GaussianDropoutKernel {
  /** The largest rate that a float can hold; its factors deviate by 4096. */
  private static final float LARGEST_RATE = 0x1.fffffep-1f;

  private GaussianDropoutKernel() {}

  /**
   * Draws the factors of the rows {@code [from, to)} and writes {@code y = x·mask}.
   *
   * @param x {@code [batch, units]}
   * @param mask out: {@code [batch, units]}, the factors
   * @param y out: {@code [batch, units]}; may be {@code x}
   * @param rate that of the dropout that disturbs as much, at least 0 and below 1; a declared one
   *     that rounds to 1 counts as the largest float below
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
    double dropped = Math.min(rate, LARGEST_RATE);
    float deviation = (float) Math.sqrt(dropped / (1 - dropped));
    NormalNumbers.write(mask, first, end - first, 1, deviation, key, scratch);
    for (int i = first; i < end; i++) {
      y[i] = x[i] * mask[i];
    }
  }
}
