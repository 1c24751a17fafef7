package dev.annette.examples.benchmarks;

import java.util.StringJoiner;

/**
 * How fast a task becomes: the mean times of its first calls, in groups ten times as large each.
 */
public final class WarmUpCurve {
  /** The calls after which groups end. */
  public static final int[] ENDS = {10, 100, 1_000, 10_000, 50_000};

  private WarmUpCurve() {}

  /** Returns {@code curve} and the microseconds of a call in each group. */
  static String of(Runnable task) {
    StringJoiner curve = new StringJoiner(" ", "curve ", "");
    int done = 0;
    for (int end : ENDS) {
      int calls = end - done;
      long start = System.nanoTime();
      for (; done < end; done++) {
        task.run();
      }
      curve.add(Double.toString((System.nanoTime() - start) / 1e3 / calls));
    }
    return curve.toString();
  }
}
