package dev.annette.examples.benchmarks.suite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every window of every contestant, as CSV: workload, threads, contestant, nanoseconds by round.
 */
final class RawNumbers {
  private RawNumbers() {}

  static String csv(List<Standing> standings) {
    return standings.stream()
        .flatMap(standing -> standing.measured().stream())
        .filter(Measured::isMeasured)
        .map(RawNumbers::line)
        .collect(Collectors.joining());
  }

  private static String line(Measured measured) {
    String nanos =
        Arrays.stream(measured.nanos())
            .mapToObj(Quantiles::digits)
            .map(number -> number.replace(",", ""))
            .collect(Collectors.joining(","));
    return String.format(
        "%s,%d,\"%s\",%s%n",
        measured.workload(), measured.threads(), measured.contestant().name(), nanos);
  }
}
