package dev.annette.runtime.kernel;

import dev.annette.runtime.random.CounterRandom;

/**
 * Numbers with the normal distribution, one for each element under a key, by the method of Box and
 * Muller (1958): the two words a and b of a block of {@link CounterRandom} give
 *
 * <pre>
 * r = √(−2·log u)     with u = (⌊a/2⌋ + ½) / 2³¹
 * r·cos(2π·b/2³²)     and r·sin(2π·b/2³²)
 * </pre>
 *
 * <p>The largest is 6.66, where the share of the normal distribution beyond is 3·10⁻¹¹. Rounding
 * moves a number by less than 5·10⁻⁷.
 *
 * <p>The element e takes the block of the counter {@code 16·(e / 32) + e % 16}, and of its two
 * numbers the one that {@code (e / 16) % 2} says, the cosine first. Sixteen neighbours come from
 * sixteen counters, so a vector of up to sixteen lanes stores what it computes contiguously.
 */
public final class NormalNumbers {
  /** The elements that share a run of {@link #COUNTERS} counters, {@value}. */
  public static final int BLOCK = 32;

  /** The counters of a block of elements, {@value}. */
  public static final int COUNTERS = 16;

  /** The blocks whose words are drawn at once. */
  private static final int RUN = 16;

  private static final int FIRST_SLOT = Scratch.UPDATE;
  private static final int SECOND_SLOT = Scratch.UPDATE + 1;
  private static final int EDGE_SLOT = Scratch.UPDATE + 4;

  private static final int SIGN = 0x80000000;

  /** An eighth of a turn; a whole one is 2³². */
  private static final int EIGHTH = 0x20000000;

  private static final int QUARTER = 0x40000000;

  /** The bits that count quarters of a turn. */
  private static final int QUARTERS = 0xC0000000;

  /** From here on FloatMath takes a logarithm from the distance from 1. */
  private static final float TWO_THIRDS = 0.6666667f;

  private NormalNumbers() {}

  /**
   * Writes {@code mean + deviation·z} for the elements {@code [first, first + count)}, with the
   * standard normal number z of each.
   *
   * @param y {@code [≥ first + count]}
   */
  static void write(
      float[] y, int first, int count, float mean, float deviation, long key, Scratch scratch) {
    int[] a = scratch.ints(FIRST_SLOT, RUN * COUNTERS);
    int[] b = scratch.ints(SECOND_SLOT, RUN * COUNTERS);
    float[] edge = scratch.floats(EDGE_SLOT, BLOCK);
    Kernels kernels = Kernels.active();
    int end = first + count;
    int endBlock = count == 0 ? 0 : (end - 1) / BLOCK + 1;
    int blocks;
    for (int block = first / BLOCK; block < endBlock; block += blocks) {
      int start = block * BLOCK;
      int whole = start < first ? 0 : Math.min(RUN, (end - start) / BLOCK);
      blocks = Math.max(1, whole);
      CounterRandom.blocks(key, (long) block * COUNTERS, a, b, blocks * COUNTERS);
      if (whole > 0) {
        kernels.normals(a, b, whole, mean, deviation, y, start);
      } else {
        kernels.normals(a, b, 1, mean, deviation, edge, 0);
        int from = Math.max(first - start, 0);
        int to = Math.min(end - start, BLOCK);
        System.arraycopy(edge, from, y, start + from, to - from);
      }
    }
  }

  /**
   * Writes the numbers of one block by plain loops, as {@link Kernels#normals}. A word turns by its
   * nearest number of quarters, which exchange cosine and sine and change their signs, and by the
   * rest, at most an eighth to either side.
   *
   * @param a the first words, from {@code words} on
   * @param b the second words, from {@code words} on
   */
  static void block(int[] a, int[] b, int words, float mean, float deviation, float[] y, int at) {
    for (int i = 0; i < COUNTERS; i++) {
      y[at + i] = radius(a[words + i]);
    }
    for (int i = 0; i < COUNTERS; i++) {
      float radius = y[at + i];
      int turned = b[words + i] + EIGHTH;
      float quarters = (b[words + i] - (turned & QUARTERS)) * 0x1p-30f;
      int cosine = Float.floatToRawIntBits(cosine(quarters));
      int sine = Float.floatToRawIntBits(sine(quarters));
      int swapped = (cosine ^ sine) & (turned << 1 >> 31);
      float across = Float.intBitsToFloat(cosine ^ swapped ^ ((turned + QUARTER) & SIGN));
      float up = Float.intBitsToFloat(sine ^ swapped ^ (turned & SIGN));
      y[at + i] = Math.fma(deviation, radius * across, mean);
      y[at + COUNTERS + i] = Math.fma(deviation, radius * up, mean);
    }
  }

  /**
   * Returns √(−2·log u); near 1 the logarithm comes from 1 − u, which floats hold exactly there.
   */
  private static float radius(int word) {
    int half = word >>> 1;
    float u = (half + 0.5f) * 0x1p-31f;
    float distance = (~SIGN - half + 0.5f) * -0x1p-31f;
    float log = u < TWO_THIRDS ? FloatMath.log(u) : FloatMath.reducedLog1p(distance);
    return (float) Math.sqrt(-2f * log);
  }

  /** Returns sin(π/2·x) for |x| ≤ ½: x·P(x²). */
  private static float sine(float x) {
    float s = x * x;
    float p = -0.0045541655f;
    p = Math.fma(p, s, 0.079659864f);
    p = Math.fma(p, s, -0.64596105f);
    p = Math.fma(p, s, 1.5707963f);
    return x * p;
  }

  /** Returns cos(π/2·x) for |x| ≤ ½: 1 + x²·P(x²). */
  private static float cosine(float x) {
    float s = x * x;
    float p = 0.0008935732f;
    p = Math.fma(p, s, -0.020855254f);
    p = Math.fma(p, s, 0.25366852f);
    p = Math.fma(p, s, -1.2337005f);
    return Math.fma(p, s, 1f);
  }
}
