package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import java.util.Locale;

/** The proof that contestants compute the same: first losses, or outputs, agree with Annette's. */
final class Agreement {
  private static final double TOLERANCE = 1e-4;

  /** Means of losses with dropout: masks differ, their share does not. */
  private static final double NOISY_TOLERANCE = 0.1;

  private static final int LOSSES = 20;
  private static final int NOISY_LOSSES = 64;

  /** The multiply-adds of a step from which fewer losses must do. */
  private static final double LONG = 1e9;

  private final Task task;
  private final double[] expected;
  private final double expectedMean;

  /** Asks the contestant that others are compared with. */
  Agreement(Task task, ContestantProcess first) throws IOException, InterruptedException {
    this.task = task;
    expected = first.ask(question());
    expectedMean = noisy() ? first.ask("noisy " + NOISY_LOSSES)[0] : 0;
  }

  private String question() {
    if (!task.training()) {
      return "outputs";
    }
    boolean isLong = task.perceptron().operations(true) * task.rows() > LONG;
    return "losses " + (isLong ? LOSSES / 5 : LOSSES);
  }

  private boolean noisy() {
    return task.training() && task.perceptron().dropout() > 0;
  }

  /**
   * Compares another contestant.
   *
   * @throws IOException if it computes something else
   */
  void check(ContestantProcess other) throws IOException, InterruptedException {
    double[] actual = other.ask(question());
    for (int i = 0; i < expected.length; i++) {
      if (differ(actual[i], expected[i], TOLERANCE)) {
        throw new IOException(
            String.format(
                Locale.ROOT, "computes %s at %d instead of %s", actual[i], i, expected[i]));
      }
    }
    if (noisy()) {
      double mean = other.ask("noisy " + NOISY_LOSSES)[0];
      if (differ(mean, expectedMean, NOISY_TOLERANCE)) {
        throw new IOException("has a mean loss of " + mean + " instead of " + expectedMean);
      }
    }
  }

  private static boolean differ(double actual, double expected, double tolerance) {
    return !(Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-2));
  }
}
