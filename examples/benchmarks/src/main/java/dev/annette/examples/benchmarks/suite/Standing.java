package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a workload ended with some threads.
 *
 * @param operations the floating-point operations of a step or prediction
 * @param measured of every contestant that could take part, Annette's fastest configuration first
 */
record Standing(String workload, int threads, double operations, List<Measured> measured) {

  static Standing of(Task task, int threads, List<Measured> measured) {
    double row = task.perceptron().operations(task.training());
    return new Standing(task.name(), threads, row * task.rows(), measured);
  }

  /** Returns Annette in its fastest configuration. */
  Measured annette() {
    return measured.get(0);
  }

  /** Returns the library in a configuration. */
  Optional<Measured> of(Contestant contestant) {
    return measured.stream().filter(m -> m.contestant().equals(contestant)).findFirst();
  }

  /** Returns the fastest variant of a library, if any was measured. */
  Optional<Measured> best(String library) {
    return measured.stream()
        .filter(m -> m.isMeasured() && m.contestant().library().equals(library))
        .min(Comparator.comparingDouble(m -> m.micros().median()));
  }

  /** Returns the fastest of all other libraries, if any was measured. */
  Optional<Measured> bestPeer() {
    return measured.stream()
        .filter(m -> m.isMeasured() && !m.contestant().isAnnette())
        .min(Comparator.comparingDouble(m -> m.micros().median()));
  }

  /** Returns how much of the time of Annette the arithmetic alone would take, at most 1. */
  double shareOfPeak(Machine machine) {
    double floorMicros = operations / machine.peak(threads) / 1000;
    return floorMicros / annette().micros().median();
  }
}
