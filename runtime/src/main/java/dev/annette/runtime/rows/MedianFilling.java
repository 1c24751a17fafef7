package dev.annette.runtime.rows;

/**
 * The median of the others: the middle one, or the mean of the two in the middle.
 *
 * <p>It is exact and takes the same memory for any number of rows: a first pass counts the upper
 * half of the bits of each feature, a second one the lower half of those whose upper half is that
 * of the middle.
 */
public record MedianFilling() implements FeatureFilling {
  private static final int HALF = 1 << 16;

  @Override
  public FeatureMeasure<Double> measure() {
    return new Measure();
  }

  /** The two in the middle, which are the same one where the number of features is odd. */
  private static final class Measure implements FeatureMeasure<Double> {
    private final long[] uppers = new long[HALF];
    private long rows;

    /** Null in the first pass. */
    private Middle below;

    private Middle above;

    @Override
    public void add(float feature) {
      int bits = Float.floatToIntBits(feature);
      int rank = bits ^ (bits >> 31 | Integer.MIN_VALUE); // unsigned, in the order of the floats
      if (below == null) {
        uppers[rank >>> 16]++;
        rows++;
      } else {
        below.add(rank);
        above.add(rank);
      }
    }

    @Override
    public boolean endPass() {
      if (below == null) {
        below = Middle.at((rows - 1) / 2, uppers);
        above = Middle.at(rows / 2, uppers);
        return true;
      }
      return false;
    }

    @Override
    public Double result() {
      double low = below.feature();
      return low + (above.feature() - low) / 2;
    }
  }

  /**
   * The feature of one place in the order.
   *
   * @param upper the upper half of its bits
   * @param place how many of the same upper half are before it
   * @param lowers how many features there are of that upper half, by the lower
   */
  private record Middle(int upper, long place, long[] lowers) {
    static Middle at(long place, long[] uppers) {
      int upper = half(place, uppers);
      long before = 0;
      for (int i = 0; i < upper; i++) {
        before += uppers[i];
      }
      return new Middle(upper, place - before, new long[HALF]);
    }

    void add(int rank) {
      if (rank >>> 16 == upper) {
        lowers[rank & HALF - 1]++;
      }
    }

    float feature() {
      int rank = upper << 16 | half(place, lowers);
      return Float.intBitsToFloat(rank ^ (~rank >> 31 | Integer.MIN_VALUE));
    }

    /** Returns which half of bits the feature of a place has. */
    private static int half(long place, long[] counts) {
      int half = 0;
      long before = counts[0];
      while (before <= place) {
        before += counts[++half];
      }
      return half;
    }
  }
}
