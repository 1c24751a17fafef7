package dev.annette.examples.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times work of two kinds in turn, so that a machine that grows slower or faster does so for both.
 */
final class PairedCost {
  private static final long WINDOW_NANOS = 50_000_000;
  private static final int WARM_UP = 30;
  private static final int PAIRS = 61;

  private final Work with;
  private final Work without;

  private PairedCost(CostCase measured) {
    with = measured.with();
    without = measured.without();
  }

  /** Measures the case that is named and prints a line of a Markdown table. */
  public static void main(String[] names) {
    CostCase measured = CostCase.valueOf(names[0]);
    System.out.println(new PairedCost(measured).measure(measured));
  }

  /** Returns the medians of both in microseconds, and the quartiles of their ratio. */
  private String measure(CostCase measured) {
    for (int i = 0; i < WARM_UP; i++) {
      nanos(without);
      nanos(with);
    }
    double[] plain = new double[PAIRS];
    double[] costly = new double[PAIRS];
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      if (i % 2 == 0) {
        plain[i] = nanos(without);
        costly[i] = nanos(with);
      } else {
        costly[i] = nanos(with);
        plain[i] = nanos(without);
      }
      ratios[i] = costly[i] / plain[i];
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.2f | %.2f - %.2f |",
        measured,
        quantile(plain, 0.5) / 1000,
        quantile(costly, 0.5) / 1000,
        quantile(ratios, 0.5),
        quantile(ratios, 0.25),
        quantile(ratios, 0.75));
  }

  /** Returns the mean time of the work over a window. */
  private static double nanos(Work work) {
    long start = System.nanoTime();
    long end = start;
    long count = 0;
    while (end - start < WINDOW_NANOS) {
      count += work.run();
      end = System.nanoTime();
    }
    return (double) (end - start) / count;
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
