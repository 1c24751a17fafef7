package dev.annette.processor.mathematics;

/** The generator of lcg.py, which says what its numbers are: the same in every language. */
final class Lcg {
  private static final long MULTIPLIER = 6364136223846793005L; // Knuth, MMIX
  private static final long INCREMENT = 1442695040888963407L;
  private static final int STEPS = 64;

  private long state;

  Lcg(long seed) {
    state = seed;
  }

  /** Returns {@code count} multiples of 1/64 from −limit to limit. */
  float[] grids(int count, double limit) {
    int reach = (int) (limit * STEPS);
    float[] grids = new float[count];
    for (int i = 0; i < count; i++) {
      state = MULTIPLIER * state + INCREMENT;
      long drawn = (state >>> 32) * (2L * reach + 1) >>> 32;
      grids[i] = (float) (drawn - reach) / STEPS;
    }
    return grids;
  }
}
