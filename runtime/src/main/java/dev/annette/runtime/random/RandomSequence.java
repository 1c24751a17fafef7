package dev.annette.runtime.random;

/**
 * The elements of one key, taken one after the other: for shuffles and splits, where a number has
 * no index of its own. Not for use by several threads.
 */
public final class RandomSequence {
  private long key;
  private long element;

  /** Creates the sequence of a key from {@link CounterRandom#key}, at its first element. */
  public RandomSequence(long key) {
    this.key = key;
  }

  /** Goes to the first element of another key. */
  public void restart(long otherKey) {
    key = otherKey;
    element = 0;
  }

  /** Returns the next number from 0 to below 1. */
  public double uniform() {
    return CounterRandom.uniform(key, element++);
  }

  /** Returns the next number above 0 and below 1. */
  public double openUniform() {
    return CounterRandom.openUniform(key, element++);
  }

  /** Returns the next number with the standard normal distribution. */
  public double gaussian() {
    return CounterRandom.gaussian(key, element++);
  }

  /**
   * Returns the next number from 0 to below the bound, each equally likely.
   *
   * @throws IllegalArgumentException if the bound is not above 0
   */
  public int below(int bound) {
    return CounterRandom.below(key, element++, bound);
  }

  /** Puts the items into random order, every order equally likely (Fisher and Yates 1938). */
  public void shuffle(int[] items) {
    shuffle(items, 0, items.length);
  }

  /** Puts {@code items[from..to)} into random order, every order equally likely. */
  public void shuffle(int[] items, int from, int to) {
    for (int last = to - 1; last > from; last--) {
      int chosen = from + below(last - from + 1);
      int item = items[chosen];
      items[chosen] = items[last];
      items[last] = item;
    }
  }

  /** Returns the numbers from 0 to below the count in random order. */
  public int[] permutation(int count) {
    int[] items = new int[count];
    for (int i = 0; i < count; i++) {
      items[i] = i;
    }
    shuffle(items);
    return items;
  }
}
