package dev.annette.runtime.random;

/**
 * The block function Threefry-2x32: for each 64-bit key a bijection of 64-bit counters, made of
 * 32-bit additions, rotations and exclusive ors (Salmon, Moraes, Dror and Shaw, "Parallel Random
 * Numbers: As Easy as 1, 2, 3", SC 2011).
 *
 * <p>Keys, counters and blocks are pairs of 32-bit words, held in a long with the first word in the
 * lower half. 13 rounds pass TestU01's BigCrush; 20 are the authors' default.
 */
final class Threefry {
  /** What makes the third word of the key schedule from the first two. */
  private static final int PARITY = 0x1BD11BDA;

  /** The rotations of eight rounds, one byte each, the first round's in the lowest byte. */
  private static final long ROTATIONS = 0x18101D11_061A0F0DL;

  private Threefry() {}

  /** Returns the block of a counter under a key after the given number of rounds. */
  static long block(int rounds, long key, long counter) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    int k2 = PARITY ^ k0 ^ k1;
    int x0 = (int) counter + k0;
    int x1 = (int) (counter >>> 32) + k1;
    for (int round = 0; round < rounds; round++) {
      x0 += x1;
      x1 = Integer.rotateLeft(x1, (int) (ROTATIONS >>> (round % 8 * 8))) ^ x0;
      if (round % 4 == 3) {
        int next = k0;
        k0 = k1;
        k1 = k2;
        k2 = next;
        x0 += k0;
        x1 += k1 + (round / 4 + 1);
      }
    }
    return (x0 & 0xFFFFFFFFL) | ((long) x1 << 32);
  }

  /**
   * Writes the 13-round blocks of consecutive counters, in passes of four rounds that are short
   * enough to become vector instructions.
   *
   * @param key the key
   * @param high the upper word of every counter
   * @param low the lower word of the first counter
   * @param first [count] out: the first words of the blocks
   * @param second [count] out: the second words of the blocks, another array
   * @param count how many
   */
  static void blocks(long key, int high, int low, int[] first, int[] second, int count) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    int k2 = PARITY ^ k0 ^ k1;
    for (int i = 0; i < count; i++) {
      first[i] = low + k0 + i;
      second[i] = high + k1;
    }
    firstFourRounds(first, second, count, k1, k2 + 1);
    nextFourRounds(first, second, count, k2, k0 + 2);
    firstFourRounds(first, second, count, k0, k1 + 3);
    for (int i = 0; i < count; i++) {
      int x0 = first[i] + second[i];
      first[i] = x0;
      second[i] = Integer.rotateLeft(second[i], 17) ^ x0;
    }
  }

  private static void firstFourRounds(int[] first, int[] second, int count, int add0, int add1) {
    for (int i = 0; i < count; i++) {
      int x1 = second[i];
      int x0 = first[i] + x1;
      x1 = Integer.rotateLeft(x1, 13) ^ x0;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 15) ^ x0;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 26) ^ x0;
      x0 += x1;
      first[i] = x0 + add0;
      second[i] = (Integer.rotateLeft(x1, 6) ^ x0) + add1;
    }
  }

  private static void nextFourRounds(int[] first, int[] second, int count, int add0, int add1) {
    for (int i = 0; i < count; i++) {
      int x1 = second[i];
      int x0 = first[i] + x1;
      x1 = Integer.rotateLeft(x1, 17) ^ x0;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 29) ^ x0;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 16) ^ x0;
      x0 += x1;
      first[i] = x0 + add0;
      second[i] = (Integer.rotateLeft(x1, 24) ^ x0) + add1;
    }
  }
}
