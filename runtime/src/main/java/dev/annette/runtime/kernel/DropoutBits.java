package dev.annette.runtime.kernel;

/**
 * The random bits of dropout masks: 16 for each element.
 *
 * <p>One block of Threefry2x32-13 (Salmon et al. 2011) gives two words, so four elements. The
 * element e takes from the counter {@code 16·(e / 64) + e % 16} the quarter {@code (e / 16) % 4}:
 * low and high half of the first word, then of the second. Sixteen neighbours thus come from
 * sixteen counters, and any vector of up to sixteen lanes stores its results contiguously.
 */
public final class DropoutBits {
  /** The elements that share a run of {@link #COUNTERS} counters, {@value}. */
  public static final int BLOCK = 64;

  /** The counters of a block of elements, {@value}. */
  public static final int COUNTERS = 16;

  private static final int PARITY = 0x1BD11BDA;

  private DropoutBits() {}

  static void mask(
      float[] mask,
      int first,
      int count,
      int dropped,
      float multiplier,
      long key,
      Scratch scratch) {
    int end = first + count;
    float[] block = scratch.floats(Scratch.PRODUCT, BLOCK);
    int start = first - first % BLOCK;
    for (int e = start; e < end; e += BLOCK) {
      if (e >= first && e + BLOCK <= end) {
        block(mask, e, e / BLOCK, dropped, multiplier, key);
      } else {
        block(block, 0, e / BLOCK, dropped, multiplier, key);
        int low = Math.max(e, first);
        int high = Math.min(e + BLOCK, end);
        System.arraycopy(block, low - e, mask, low, high - low);
      }
    }
  }

  private static void block(
      float[] mask, int offset, int block, int dropped, float multiplier, long key) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int i = 0; i < COUNTERS; i++) {
      long words = threefry(k0, k1, block * COUNTERS + i, 0);
      for (int q = 0; q < 4; q++) {
        int bits = (int) (words >>> 16 * q) & 0xFFFF;
        mask[offset + COUNTERS * q + i] = bits < dropped ? 0 : multiplier;
      }
    }
  }

  private static long threefry(int k0, int k1, int c0, int c1) {
    int k2 = PARITY ^ k0 ^ k1;
    int a = c0 + k0;
    int b = c1 + k1;
    a += b;
    b = Integer.rotateLeft(b, 13) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 15) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 26) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 6) ^ a;
    a += k1;
    b += k2 + 1;
    a += b;
    b = Integer.rotateLeft(b, 17) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 29) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 16) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 24) ^ a;
    a += k2;
    b += k0 + 2;
    a += b;
    b = Integer.rotateLeft(b, 13) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 15) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 26) ^ a;
    a += b;
    b = Integer.rotateLeft(b, 6) ^ a;
    a += k0;
    b += k1 + 3;
    a += b;
    b = Integer.rotateLeft(b, 17) ^ a;
    return a & 0xFFFFFFFFL | (long) b << 32;
  }
}
