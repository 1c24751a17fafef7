package dev.annette.runtime.init;

import dev.annette.runtime.random.CounterRandom;

/** The normal distribution with mean 0. */
final class NormalDistribution {
  private NormalDistribution() {}

  /** Writes the first {@code count} weights. */
  static void fill(float[] w, int count, double deviation, long key) {
    for (int i = 0; i < count; i++) {
      w[i] = (float) (deviation * CounterRandom.gaussian(key, i));
    }
  }
}
