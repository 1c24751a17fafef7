package dev.annette.processor.fuzz;

import java.util.List;
import java.util.Random;

/** Choices drawn from a seed. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed);
  }

  /** Returns true in {@code percent} of 100 cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a number from 0 to below {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns any of these. */
  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Returns any of these. */
  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Returns the first in 19 of 20 cases, else any other. */
  String mostly(String first, String... others) {
    return chance(95) ? first : any(others);
  }
}
