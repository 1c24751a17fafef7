package dev.annette.runtime.parallel;

/** The time for which a thread waits awake before it goes to sleep. */
final class Spin {
  static final long NANOS = 50_000;

  /** How often a waiting thread looks before it looks at the clock. */
  static final int LOOKS = 64;

  private Spin() {}
}
