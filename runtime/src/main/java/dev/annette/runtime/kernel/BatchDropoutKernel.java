package dev.annette.runtime.kernel;

/**
 * Inverted dropout with one mask for all rows of a step: a unit is dropped with probability {@code
 * rate}, a kept one is multiplied by {@code 1/(1 - rate)}, as {@link DropoutKernel} has it for each
 * row.
 */
public final class BatchDropoutKernel {
  private BatchDropoutKernel() {}

  /**
   * Chooses the units that a step keeps.
   *
   * @param rate the share dropped, at least 0 and below 1
   * @param key the generator's key for this layer and step
   */
  public static void draw(KeptUnits units, float rate, long key) {
    units.draw(rate, key);
  }

  /**
   * Writes {@code y = x·mask} for the rows {@code [from, to)}.
   *
   * @param x {@code [batch, units]}
   * @param y {@code [batch, units]}; may be {@code x}
   */
  public static void forward(float[] x, KeptUnits units, float[] y, int from, int to) {
    float[] factors = units.factors();
    int width = units.size();
    for (int r = from; r < to; r++) {
      int row = r * width;
      for (int j = 0; j < width; j++) {
        y[row + j] = x[row + j] * factors[j];
      }
    }
  }

  /** Multiplies the gradient of the rows {@code [from, to)} by the mask, in place. */
  public static void backward(KeptUnits units, float[] gradient, int from, int to) {
    forward(gradient, units, gradient, from, to);
  }
}
