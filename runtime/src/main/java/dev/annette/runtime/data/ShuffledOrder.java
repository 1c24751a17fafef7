package dev.annette.runtime.data;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import java.util.function.IntFunction;

/** The order of the rows in each pass: it depends on the seed and the number of the pass alone. */
final class ShuffledOrder implements IntFunction<int[]> {
  private final int rows;
  private final long key;

  ShuffledOrder(int rows, long seed) {
    this.rows = rows;
    this.key = CounterRandom.key(seed, Purpose.SHUFFLE, "rows");
  }

  @Override
  public int[] apply(int epoch) {
    return new RandomSequence(CounterRandom.keyAt(key, epoch)).permutation(rows);
  }
}
