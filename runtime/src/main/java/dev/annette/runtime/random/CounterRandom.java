package dev.annette.runtime.random;

/**
 * Random numbers by key and element: the number of an element depends on its key and its index
 * alone, so any part of a sequence can be computed at any time, in any order, by any thread.
 *
 * <p>Keys are derived by 20 rounds of {@link Threefry}, elements are drawn by 13; the two never
 * meet.
 */
public final class CounterRandom {
  private static final int KEY_ROUNDS = 20;
  private static final int ELEMENT_ROUNDS = 13;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private CounterRandom() {}

  /**
   * Returns the key of one named thing for one purpose: {@code T(T(seed, purpose), hash(name))},
   * where {@code T(key, counter)} is Threefry-2x32-20 and the hash is FNV-1a with 64 bits over the
   * UTF-16 units of the name, lower byte first.
   */
  public static long key(long seed, Purpose purpose, String name) {
    return keyAt(keyAt(seed, purpose.code()), hash(name));
  }

  /** Returns the key of one step (or epoch, or attempt) below a key: {@code T(key, step)}. */
  public static long keyAt(long key, long step) {
    return Threefry.block(KEY_ROUNDS, key, step);
  }

  /** Returns the 64 random bits of an element: both words of its 13-round block. */
  public static long block(long key, long element) {
    return Threefry.block(ELEMENT_ROUNDS, key, element);
  }

  /**
   * Returns 32 random bits of an element: the second word, the upper half, of its {@link #block}.
   */
  public static int bits(long key, long element) {
    return (int) (block(key, element) >>> 32);
  }

  /**
   * Writes the {@link #block}s of consecutive elements, word by word.
   *
   * @param key the key
   * @param firstElement the index of the element at position 0
   * @param first [≥ count] the first words, the lower halves of the blocks
   * @param second [≥ count] the second words, the upper halves; another array
   * @param count how many elements, at least 0
   */
  public static void blocks(long key, long firstElement, int[] first, int[] second, int count) {
    int low = (int) firstElement;
    int high = (int) (firstElement >>> 32);
    Threefry.blocks(key, high, low, first, second, count);
    int beforeCarry = (int) Math.min(count, (1L << 32) - (low & 0xFFFFFFFFL));
    for (int i = beforeCarry; i < count; i++) {
      long block = block(key, firstElement + i);
      first[i] = (int) block;
      second[i] = (int) (block >>> 32);
    }
  }

  /** Returns a number from 0 to below 1 in steps of 2⁻⁵³. */
  public static double uniform(long key, long element) {
    return (block(key, element) >>> 11) * 0x1p-53;
  }

  /** Returns a number above 0 and below 1: an odd multiple of 2⁻⁵³. */
  public static double openUniform(long key, long element) {
    return ((block(key, element) >>> 12) * 2 + 1) * 0x1p-53;
  }

  /**
   * Returns a number with the standard normal distribution: {@code √(−2·log u)·cos(2πv)} (Box and
   * Muller 1958), with u from the element's block and v from its 20-round block.
   */
  public static double gaussian(long key, long element) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(openUniform(key, element)));
    double turn = (keyAt(key, element) >>> 11) * 0x1p-53;
    return radius * StrictMath.cos(2 * StrictMath.PI * turn);
  }

  /**
   * Returns a number from 0 to below the bound, each equally likely: the upper half of {@code bits
   * · bound}, drawn again where the lower half shows that the number would be favoured (Lemire
   * 2019).
   *
   * @throws IllegalArgumentException if the bound is not above 0
   */
  public static int below(long key, long element, int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException(
          "The bound of a random number is " + bound + "; it must be above 0.");
    }
    long threshold = (1L << 32) % bound;
    long attemptKey = key;
    while (true) {
      long product = (bits(attemptKey, element) & 0xFFFFFFFFL) * bound;
      if ((product & 0xFFFFFFFFL) >= threshold) {
        return (int) (product >>> 32);
      }
      attemptKey = keyAt(attemptKey, element);
    }
  }

  private static long hash(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      hash = (hash ^ (unit & 0xFF)) * FNV_PRIME;
      hash = (hash ^ (unit >>> 8)) * FNV_PRIME;
    }
    return hash;
  }
}
