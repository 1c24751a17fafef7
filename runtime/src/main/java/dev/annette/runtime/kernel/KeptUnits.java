package dev.annette.runtime.kernel;

/**
 * The units of a layer that all rows of a training step keep: dropout with one mask for a batch
 * (Graham, Reizenstein and Robinson 2015).
 *
 * <p>The mask is that of the first row of {@link DropoutKernel} under the same key. All units may
 * be left out, and all may be kept.
 */
public final class KeptUnits {
  /** Columns come in this multiple, which fits the tiles of the vector kernels. */
  private static final int NARROW = 16;

  /** From the middle of such a multiple on, whole wide tiles are faster. */
  private static final int WIDE = 64;

  private final float[] factors; // [units]
  private final int[] kept; // [units], of which the first count are in use
  private final Scratch scratch = new Scratch();
  private int count;

  /** Creates the choice for a layer of this many units, of which it keeps none yet. */
  public KeptUnits(int units) {
    factors = new float[units];
    kept = new int[units];
  }

  /**
   * Chooses anew.
   *
   * @param rate the share left out, at least 0 and below 1
   * @param key the generator's key for this layer and step
   */
  void draw(float rate, long key) {
    int dropped = DropoutBits.dropped(rate);
    float multiplier = (float) DropoutBits.LEVELS / (DropoutBits.LEVELS - dropped);
    Kernels.active().dropoutMask(factors, 0, factors.length, dropped, multiplier, key, scratch);
    count = 0;
    for (int j = 0; j < factors.length; j++) {
      if (factors[j] != 0) {
        kept[count++] = j;
      }
    }
  }

  /**
   * Returns what the units are multiplied by: 0 for those left out, else {@code 1 / (1 − rate)}.
   *
   * @return {@code [units]}; not to be changed
   */
  public float[] factors() {
    return factors;
  }

  /** Returns how many units there are. */
  int size() {
    return factors.length;
  }

  /** Returns how many units are kept. */
  int count() {
    return count;
  }

  /**
   * Returns how many columns a matrix of the kept units has: more than there are where products are
   * faster with some of 0 behind them, but never more than the layer has units.
   */
  int columns() {
    int rest = count % WIDE;
    int multiple = rest > WIDE / 2 ? WIDE : NARROW;
    return Math.min(factors.length, (count + multiple - 1) / multiple * multiple);
  }

  /** Returns whether no unit is left out. */
  boolean all() {
    return count == factors.length;
  }

  /** Returns the numbers of the kept units, ascending, {@code [≥ count]}; not to be changed. */
  int[] kept() {
    return kept;
  }
}
