package dev.annette.runtime.kernel;

/**
 * Gaussian noise: {@code y = x + N(0, stddev)}. The gradient passes unchanged, so there is nothing
 * to do on the way back.
 *
 * <p>A unit's noise is the one of {@link NormalNumbers} for the element {@code row·units + unit}
 * under the key, whatever the row range.
 */
public final class NoiseKernel {
  private NoiseKernel() {}

  /**
   * Draws the noise of the rows {@code [from, to)} and adds it.
   *
   * @param x {@code [batch, units]}
   * @param noise out: {@code [batch, units]}, what was added
   * @param y out: {@code [batch, units]}; may be {@code x}
   * @param deviation the standard deviation of the noise, at least 0
   * @param key the generator's key for this layer and step
   */
  public static void forward(
      float[] x,
      float[] noise,
      float[] y,
      int from,
      int to,
      int units,
      float deviation,
      long key,
      Scratch scratch) {
    int first = from * units;
    int end = to * units;
    NormalNumbers.write(noise, first, end - first, 0, deviation, key, scratch);
    for (int i = first; i < end; i++) {
      y[i] = x[i] + noise[i];
    }
  }
}
