package dev.annette.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThreefryTest {
  /** The known answers of Random123's {@code kat_vectors}. */
  @Test
  void blocks_are_the_published_ones() {
    assertBlock(13, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x9d1c5ec6, 0x8bd50731);
    assertBlock(13, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xfd36d048, 0x2d17272c);
    assertBlock(13, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xba3e4725, 0xf27d669e);
    assertBlock(20, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe);
    assertBlock(20, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7);
    assertBlock(20, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0);
  }

  @Test
  void blocks_in_passes_equal_single_ones() {
    int count = 1000;
    long key = 0x0123456789ABCDEFL;
    int[] first = new int[count];
    int[] second = new int[count];
    Threefry.blocks(key, 77, 123_456, first, second, count);
    for (int i = 0; i < count; i++) {
      long block = Threefry.block(13, key, pair(123_456 + i, 77));
      assertEquals(block, pair(first[i], second[i]));
    }
  }

  private static void assertBlock(int rounds, int k0, int k1, int c0, int c1, int x0, int x1) {
    long block = Threefry.block(rounds, pair(k0, k1), pair(c0, c1));
    assertEquals(Long.toHexString(pair(x0, x1)), Long.toHexString(block));
  }

  private static long pair(int first, int second) {
    return (first & 0xFFFFFFFFL) | ((long) second << 32);
  }
}
