package dev.annette.examples.benchmarks.suite;

import java.util.List;
import java.util.Locale;

/**
 * The time of a training step of networks that grow in one thing, and the slope of its logarithm: 1
 * where twice as much takes twice as long.
 *
 * @param what grows
 * @param sizes of it
 * @param micros medians, for each size
 * @param floors the microseconds that the arithmetic takes at the peak, for each size
 */
record CostCurve(String what, double[] sizes, double[] micros, double[] floors) {

  /**
   * Returns the curve of workloads that are called {@code width 16}, {@code width 32} and so on.
   */
  static CostCurve of(String what, List<Standing> standings, Machine machine) {
    int count = standings.size();
    CostCurve curve = new CostCurve(what, new double[count], new double[count], new double[count]);
    for (int i = 0; i < count; i++) {
      Standing standing = standings.get(i);
      curve.sizes[i] = Double.parseDouble(standing.workload().split(" ")[1]);
      curve.micros[i] = standing.annette().micros().median();
      curve.floors[i] = standing.operations() / machine.peak(standing.threads()) / 1000;
    }
    return curve;
  }

  /** Returns a line for each size: the time, what it is for one, the growth since the last. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| " + what + " | us a step | us for each | slope | of the peak |\n");
    text.append("|---|---|---|---|---|\n");
    for (int i = 0; i < sizes.length; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %.0f | %s | %s | %s | %.0f %% |%n",
              sizes[i],
              Quantiles.digits(micros[i]),
              Quantiles.digits(micros[i] / sizes[i]),
              i == 0 ? "" : String.format(Locale.ROOT, "%.2f", slope(i)),
              100 * floors[i] / micros[i]));
    }
    return text.toString();
  }

  private double slope(int i) {
    return Math.log(micros[i] / micros[i - 1]) / Math.log(sizes[i] / sizes[i - 1]);
  }
}
