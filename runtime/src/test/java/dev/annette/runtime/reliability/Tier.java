package dev.annette.runtime.reliability;

/** How much a test of reliability tries: a few cases in every build, or all that are promised. */
public enum Tier {
  /** What every build runs. */
  FAST,
  /** What {@code -Dannette.reliability=full} runs. */
  FULL;

  /** Returns the tier of this run. */
  public static Tier current() {
    return "full".equals(System.getProperty("annette.reliability")) ? FULL : FAST;
  }

  /** Returns how many cases this run tries. */
  public static int cases(int fast, int full) {
    return current() == FULL ? full : fast;
  }
}
