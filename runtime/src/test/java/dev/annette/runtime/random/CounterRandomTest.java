package dev.annette.runtime.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  private static final long KEY = CounterRandom.key(42, Purpose.DROPOUT, "hidden");
  private static final int COUNT = 1 << 18;

  /** Computed once and written down: a model trained with a seed must train the same for ever. */
  @Test
  void keys_and_bits_never_change() {
    assertEquals("8cc2eb46d143e7ac", Long.toHexString(KEY));
    assertEquals("f8e01d217b08cc0f", Long.toHexString(CounterRandom.keyAt(KEY, 7)));
    assertEquals("267f0b99", Integer.toHexString(CounterRandom.bits(KEY, 3)));
    assertEquals(1.562315682598537, CounterRandom.gaussian(KEY, 3));
  }

  @Test
  void blocks_are_those_of_the_elements() {
    long[] starts = {0, 5, (1L << 32) - 40, (7L << 32) - 1, -30};
    for (long start : starts) {
      for (int count : new int[] {0, 1, 2, 15, 16, 17, 63, 64, 100, 1023}) {
        int[] first = new int[count + 1];
        int[] second = new int[count];
        CounterRandom.blocks(KEY, start, first, second, count);
        for (int i = 0; i < count; i++) {
          assertEquals((int) CounterRandom.block(KEY, start + i), first[i]);
          assertEquals(CounterRandom.bits(KEY, start + i), second[i]);
        }
        assertEquals(0, first[count]);
      }
    }
  }

  @Test
  void bytes_are_equally_likely() {
    for (int shift = 0; shift < 64; shift += 8) {
      int[] counts = new int[256];
      for (int i = 0; i < COUNT; i++) {
        counts[(int) (CounterRandom.block(KEY, i) >>> shift) & 0xFF]++;
      }
      assertChiSquare(counts, COUNT);
    }
  }

  @Test
  void the_words_of_a_block_are_independent() {
    for (int shift = 0; shift < 32; shift += 8) {
      int[] counts = new int[256];
      for (int i = 0; i < COUNT; i++) {
        long block = CounterRandom.block(KEY, i);
        counts[(int) ((block ^ (block >>> 32)) >>> shift) & 0xFF]++;
      }
      assertChiSquare(counts, COUNT);
    }
  }

  @Test
  void neighbours_are_independent() {
    assertIndependent(i -> CounterRandom.block(KEY, i), i -> CounterRandom.block(KEY, i + 1));
    assertIndependent(i -> CounterRandom.block(KEY, i), i -> CounterRandom.block(KEY + 1, i));
    long step1 = CounterRandom.keyAt(KEY, 1);
    long step2 = CounterRandom.keyAt(KEY, 2);
    assertIndependent(i -> CounterRandom.block(step1, i), i -> CounterRandom.block(step2, i));
    long a = CounterRandom.key(1, Purpose.DROPOUT, "a");
    long b = CounterRandom.key(1, Purpose.DROPOUT, "b");
    assertIndependent(i -> CounterRandom.block(a, i), i -> CounterRandom.block(b, i));
    assertIndependent(
        i -> CounterRandom.key(i, Purpose.SPLIT, ""),
        i -> CounterRandom.key(i + 1, Purpose.SPLIT, ""));
    assertIndependent(i -> CounterRandom.keyAt(KEY, i), i -> CounterRandom.block(KEY, i));
  }

  @Test
  void keys_do_not_collide() {
    Set<Long> keys = new HashSet<>();
    int count = 0;
    for (long seed : new long[] {0, 1, 42, -1}) {
      for (Purpose purpose : Purpose.values()) {
        for (String name :
            new String[] {"", "a", "b", "ab", "ba", "hidden", "hidden2", "ä", "\u0100"}) {
          long key = CounterRandom.key(seed, purpose, name);
          keys.add(key);
          count++;
          for (long step = 0; step < 1000; step++) {
            keys.add(CounterRandom.keyAt(key, step));
            count++;
          }
        }
      }
    }
    assertEquals(count, keys.size());
  }

  @Test
  void uniform_numbers_have_the_moments_of_the_interval() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double u = CounterRandom.uniform(KEY, i);
      double open = CounterRandom.openUniform(KEY, i);
      assertTrue(u >= 0 && u < 1 && open > 0 && open < 1);
      assertEquals(u, open, 0x1p-51);
      sum += u;
      squares += (u - 0.5) * (u - 0.5);
    }
    assertEquals(0.5, sum / COUNT, 5 * Math.sqrt(1.0 / 12 / COUNT));
    assertEquals(1.0 / 12, squares / COUNT, 5 * Math.sqrt(1.0 / 180 / COUNT));
  }

  @Test
  void gaussian_numbers_have_the_moments_of_the_normal_distribution() {
    double[] moments = new double[5];
    double neighbours = 0;
    double last = 0;
    for (int i = 0; i < COUNT; i++) {
      double g = CounterRandom.gaussian(KEY, i);
      for (int k = 1; k <= 4; k++) {
        moments[k] += Math.pow(g, k) / COUNT;
      }
      neighbours += g * last / COUNT;
      last = g;
    }
    assertEquals(0, moments[1], 5 * Math.sqrt(1.0 / COUNT));
    assertEquals(1, moments[2], 5 * Math.sqrt(2.0 / COUNT));
    assertEquals(0, moments[3], 5 * Math.sqrt(15.0 / COUNT));
    assertEquals(3, moments[4], 5 * Math.sqrt(96.0 / COUNT));
    assertEquals(0, neighbours, 5 * Math.sqrt(1.0 / COUNT));
  }

  @Test
  void bounded_numbers_are_equally_likely() {
    int[] counts = new int[100];
    for (int i = 0; i < COUNT; i++) {
      counts[CounterRandom.below(KEY, i, counts.length)]++;
    }
    assertChiSquare(counts, COUNT);
  }

  /** With a bound of ¾·2³² a plain remainder would draw the lowest third twice as often. */
  @Test
  void bounded_numbers_are_not_biased_by_a_large_bound() {
    int bound = 3 << 29;
    int[] counts = new int[96];
    for (int i = 0; i < COUNT; i++) {
      counts[CounterRandom.below(KEY, i, bound) / (bound / counts.length)]++;
    }
    assertChiSquare(counts, COUNT);
    assertEquals(0, CounterRandom.below(KEY, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> CounterRandom.below(KEY, 1, 0));
  }

  @Test
  void permutations_are_equally_likely() {
    RandomSequence sequence = new RandomSequence(KEY);
    int[] counts = new int[24];
    int draws = 48_000;
    for (int i = 0; i < draws; i++) {
      int[] p = sequence.permutation(4);
      int rank = 6 * p[0] + 2 * (p[1] - (p[1] > p[0] ? 1 : 0)) + (p[2] > p[3] ? 1 : 0);
      counts[rank]++;
    }
    assertChiSquare(counts, draws);
    int[] items = {9, 8, 7, 6};
    sequence.shuffle(items, 1, 1);
    assertArrayEquals(new int[] {9, 8, 7, 6}, items);
  }

  @Test
  void a_sequence_is_the_elements_of_its_key() {
    RandomSequence sequence = new RandomSequence(KEY);
    assertEquals(CounterRandom.uniform(KEY, 0), sequence.uniform());
    assertEquals(CounterRandom.gaussian(KEY, 1), sequence.gaussian());
    assertEquals(CounterRandom.below(KEY, 2, 10), sequence.below(10));
  }

  /** Every bit of a against every bit of b: each pair must agree in half of the draws. */
  private static void assertIndependent(LongUnaryOperator a, LongUnaryOperator b) {
    int draws = 1 << 14;
    for (int rotation = 0; rotation < 64; rotation++) {
      int[] agreements = new int[64];
      for (int i = 0; i < draws; i++) {
        long agree = ~(a.applyAsLong(i) ^ Long.rotateLeft(b.applyAsLong(i), rotation));
        for (int bit = 0; bit < 64; bit++) {
          agreements[bit] += (int) (agree >>> bit) & 1;
        }
      }
      for (int count : agreements) {
        assertEquals(draws / 2.0, count, 5.5 * Math.sqrt(draws) / 2);
      }
    }
  }

  /** Allows five deviations of χ² with n − 1 degrees of freedom. */
  private static void assertChiSquare(int[] counts, int draws) {
    double expected = (double) draws / counts.length;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    int freedom = counts.length - 1;
    assertEquals(freedom, chiSquare, 5 * Math.sqrt(2.0 * freedom));
  }
}
