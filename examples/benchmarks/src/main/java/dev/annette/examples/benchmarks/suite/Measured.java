package dev.annette.examples.benchmarks.suite;

/**
 * The windows of a contestant on a workload.
 *
 * @param nanos {@code [rounds]}: of a step or prediction in each window; none if it was not
 *     measured
 * @param reason why it was not measured, or an empty text
 */
record Measured(
    Contestant contestant, String workload, int threads, double[] nanos, String reason) {

  static Measured not(Contestant contestant, String workload, int threads, String reason) {
    return new Measured(contestant, workload, threads, new double[0], reason);
  }

  boolean isMeasured() {
    return nanos.length > 0;
  }

  /** Returns the quantiles of the microseconds. */
  Quantiles micros() {
    double[] micros = nanos.clone();
    for (int i = 0; i < micros.length; i++) {
      micros[i] /= 1000;
    }
    return Quantiles.of(micros);
  }

  /** Returns how many times longer this took than another, round by round. */
  Quantiles times(Measured other) {
    double[] ratios = new double[nanos.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = nanos[i] / other.nanos[i];
    }
    return Quantiles.of(ratios);
  }
}
