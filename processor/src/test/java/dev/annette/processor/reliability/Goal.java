package dev.annette.processor.reliability;

import java.util.List;
import java.util.Locale;

/**
 * What a figure must reach.
 *
 * @param figure its name
 * @param title what is counted
 * @param count how many cases there must be
 * @param bound what the worst value must keep
 */
record Goal(String figure, String title, long count, Bound bound) {
  /**
   * A limit of the worst value.
   *
   * @param relation which side of the limit is good
   * @param limit the limit itself
   */
  record Bound(Relation relation, double limit) {
    static final Bound NONE = new Bound(Relation.ANY, 0);

    boolean holds(double worst) {
      return switch (relation) {
        case ANY -> true;
        case BELOW -> worst < limit;
        case AT_LEAST -> worst >= limit;
      };
    }

    @Override
    public String toString() {
      return switch (relation) {
        case ANY -> "";
        case BELOW -> "below " + number(limit);
        case AT_LEAST -> "at least " + number(limit);
      };
    }
  }

  /** Which side of a limit is good. */
  enum Relation {
    ANY,
    BELOW,
    AT_LEAST
  }

  /** All figures that are promised, in the order of the page. */
  static final List<Goal> ALL =
      List.of(
          goal("gradient-checks", "gradients in float, of the largest in the array", 5_000)
              .below(1e-5),
          goal("taylor-slopes", "Taylor slopes of the reference", 5_000).atLeast(1.95),
          goal("malformed-files", "malformed model files, wrong outcomes", 100_000),
          goal("file-bombs", "bombs that are model files", 40),
          goal("kills-during-save", "kills during a save, models lost", 1_000),
          goal("power-losses", "simulated power losses, models lost", 500),
          goal("resumed-runs", "resumed runs, other bits", 200),
          goal("concurrent-predictions", "predictions of many threads, other bits", 128_000_000),
          goal("divergence", "runs that diverge, unnoticed", 1),
          goal("problem-keys", "keys of problems without a test on javac and Eclipse", 1),
          goal("random-declarations", "declarations drawn by chance, crashes", 20_000),
          goal("output-variants", "compilations of the same sources, other bytes", 20),
          goal("generated-methods", "generated methods, bytes of the longest", 1_000).below(8_000),
          goal("mutation-score", "mutants, share detected", 1).atLeast(0.85));

  private static Goal goal(String figure, String title, long count) {
    return new Goal(figure, title, count, Bound.NONE);
  }

  private Goal below(double limit) {
    return new Goal(figure, title, count, new Bound(Relation.BELOW, limit));
  }

  private Goal atLeast(double limit) {
    return new Goal(figure, title, count, new Bound(Relation.AT_LEAST, limit));
  }

  /** Returns whether a measurement reaches the goal. */
  boolean isReachedBy(Measured measured) {
    return measured.count() >= count && measured.failures() == 0 && bound.holds(measured.worst());
  }

  /** Returns a number as the page shows it: without a fraction that it does not have. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
