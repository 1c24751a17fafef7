package dev.annette.runtime.kernel;

import dev.annette.runtime.random.CounterRandom;

/**
 * The random bits of dropout masks: 16 for each element, a quarter of a block of {@link
 * CounterRandom}.
 *
 * <p>The element e takes from the block of the counter {@code 16·(e / 64) + e % 16} the quarter
 * {@code (e / 16) % 4}, the lowest first. Sixteen neighbours come from sixteen counters, so a
 * vector of up to sixteen lanes stores what it draws contiguously.
 */
public final class DropoutBits {
  /** The elements that share a run of {@link #COUNTERS} counters, {@value}. */
  public static final int BLOCK = 64;

  /** The counters of a block of elements, {@value}. */
  public static final int COUNTERS = 16;

  /** The constant of Threefry's key schedule. */
  public static final int PARITY = 0x1BD11BDA;

  /** The blocks whose bits are drawn at once. */
  private static final int RUN = 16;

  private static final int LOW_SLOT = Scratch.UPDATE;
  private static final int HIGH_SLOT = Scratch.UPDATE + 1;

  /** The numbers that 16 bits can be, {@value}. */
  static final int LEVELS = 1 << 16;

  private DropoutBits() {}

  /** Returns below which of the {@link #LEVELS} the bits of an element drop it; never all. */
  static int dropped(float rate) {
    return Math.min(LEVELS - 1, Math.round(rate * LEVELS));
  }

  /** Writes masks by plain loops, as {@link Kernels#dropoutMask}. */
  static void mask(
      float[] mask,
      int first,
      int count,
      int dropped,
      float multiplier,
      long key,
      Scratch scratch) {
    int[] low = scratch.ints(LOW_SLOT, RUN * COUNTERS);
    int[] high = scratch.ints(HIGH_SLOT, RUN * COUNTERS);
    int end = first + count;
    int kept = Float.floatToRawIntBits(multiplier);
    int lastBlock = (end + BLOCK - 1) / BLOCK;
    for (int block = first / BLOCK; block < lastBlock; block += RUN) {
      int blocks = Math.min(RUN, lastBlock - block);
      CounterRandom.blocks(key, (long) block * COUNTERS, low, high, blocks * COUNTERS);
      for (int b = 0; b < blocks; b++) {
        int e = (block + b) * BLOCK;
        if (e >= first && e + BLOCK <= end) {
          whole(mask, e, low, high, b * COUNTERS, dropped, kept);
        } else {
          edge(mask, e, first, end, low, high, b * COUNTERS, dropped, kept);
        }
      }
    }
  }

  private static void whole(
      float[] mask, int e, int[] low, int[] high, int at, int dropped, int kept) {
    for (int i = 0; i < COUNTERS; i++) {
      int a = low[at + i];
      int b = high[at + i];
      mask[e + i] = value(a & 0xFFFF, dropped, kept);
      mask[e + COUNTERS + i] = value(a >>> 16, dropped, kept);
      mask[e + 2 * COUNTERS + i] = value(b & 0xFFFF, dropped, kept);
      mask[e + 3 * COUNTERS + i] = value(b >>> 16, dropped, kept);
    }
  }

  private static void edge(
      float[] mask,
      int e,
      int first,
      int end,
      int[] low,
      int[] high,
      int at,
      int dropped,
      int kept) {
    for (int i = Math.max(0, first - e); i < Math.min(BLOCK, end - e); i++) {
      int[] words = i < 2 * COUNTERS ? low : high;
      int shift = i / COUNTERS % 2 * 16;
      mask[e + i] = value(words[at + i % COUNTERS] >>> shift & 0xFFFF, dropped, kept);
    }
  }

  private static float value(int bits, int dropped, int kept) {
    return Float.intBitsToFloat(kept & ~((bits - dropped) >> 31));
  }
}
