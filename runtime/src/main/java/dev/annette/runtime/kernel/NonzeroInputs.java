package dev.annette.runtime.kernel;

/**
 * A product of one row that reads no weights of inputs that are 0, as the margin of an image is and
 * what ReLU leaves: one row uses each weight once, so reading them is what takes long. The weights
 * must be finite, for 0 times anything else is no zero.
 */
public final class NonzeroInputs {
  /** The fewest units whose weights take longer to read than an input to look at. */
  static final int UNITS = 128;

  /** One in so many inputs is looked at … */
  private static final int SAMPLE = 16;

  /** … of which one in so many must be 0. */
  private static final int ZERO = 4;

  private static final int INPUTS = 0;

  private NonzeroInputs() {}

  /** Returns whether there seem to be enough zeros among {@code x [from, from + in)}. */
  static boolean pay(float[] x, int from, int in) {
    int zeros = 0;
    for (int k = 0; k < in; k += SAMPLE) {
      zeros += x[from + k] == 0 ? 1 : 0;
    }
    return ZERO * SAMPLE * zeros >= in;
  }

  /**
   * Lists the places of the numbers among {@code x [from, from + length)} that are not 0, and
   * returns where the list ends. Every place is written where the next one belongs: no branch,
   * which could not be foreseen.
   *
   * @param places has room for one more than there are
   * @param start where the list starts
   */
  public static int list(float[] x, int from, int length, int[] places, int start) {
    int next = start;
    for (int k = 0; k < length; k++) {
      places[next] = k;
      next += x[from + k] != 0 ? 1 : 0;
    }
    return next;
  }

  /** Writes the sums of a row, {@code bias + x·w}; of those that end as 0 the sign may be wrong. */
  static void forward(
      float[] x,
      int xFrom,
      float[] w,
      float[] bias,
      float[] y,
      int yFrom,
      int in,
      int out,
      Scratch scratch) {
    int[] inputs = scratch.ints(INPUTS, in + 1);
    int count = list(x, xFrom, in, inputs, 0);
    for (int j = 0; j < out; j++) {
      y[yFrom + j] = bias == null ? 0 : bias[j];
    }
    Kernels.active().addInputs(x, xFrom, inputs, count, w, y, yFrom, out, scratch);
  }
}
