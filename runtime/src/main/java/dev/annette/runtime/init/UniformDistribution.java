package dev.annette.runtime.init;

import dev.annette.runtime.random.CounterRandom;

/** The uniform distribution within ±limit. */
final class UniformDistribution {
  private UniformDistribution() {}

  /** Writes the first {@code count} weights. */
  static void fill(float[] w, int count, double limit, long key) {
    for (int i = 0; i < count; i++) {
      w[i] = (float) (limit * (2 * CounterRandom.openUniform(key, i) - 1));
    }
  }
}
