package dev.annette.examples.benchmarks.suite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of the suite is told by system properties.
 *
 * @param home the folder of the benchmarks, {@code benchmarks.home}
 * @param out where the results go, {@code benchmarks.out}
 * @param only a regular expression for the names of workloads, {@code benchmarks.only}
 * @param contenders a regular expression for the names of contenders, {@code benchmarks.contenders}
 * @param threads the most threads, {@code benchmarks.threads}
 * @param rounds windows of every contender, {@code benchmarks.rounds}
 * @param windowMillis the length of a window, {@code benchmarks.window}
 * @param warmUpMillis the most that a contender warms up, {@code benchmarks.warmup}
 * @param races from process start to an accuracy on MNIST, {@code benchmarks.races}
 * @param jdk a second JDK, {@code benchmarks.jdk}
 * @param python a Python with libraries, {@code benchmarks.python}
 * @param data the folder of data sets, {@code annette.data}
 */
record Settings(
    Path home,
    Path out,
    String only,
    String contenders,
    int threads,
    int rounds,
    int windowMillis,
    int warmUpMillis,
    int races,
    Optional<Path> jdk,
    Optional<Path> python,
    Optional<Path> data) {

  static Settings ofProperties() {
    Path home = Path.of(System.getProperty("benchmarks.home", "examples/benchmarks")).normalize();
    return new Settings(
        home,
        path("benchmarks.out").orElse(home.resolve("target/suite")),
        System.getProperty("benchmarks.only", ".*"),
        System.getProperty("benchmarks.contenders", ".*"),
        Integer.getInteger("benchmarks.threads", 2),
        Integer.getInteger("benchmarks.rounds", 15),
        Integer.getInteger("benchmarks.window", 300),
        Integer.getInteger("benchmarks.warmup", 20_000),
        Integer.getInteger("benchmarks.races", 5),
        path("benchmarks.jdk"),
        path("benchmarks.python"),
        path("annette.data"));
  }

  /** Returns whether a workload is asked for. */
  boolean asksFor(String workload) {
    return workload.matches(only);
  }

  private static Optional<Path> path(String property) {
    String value = System.getProperty(property, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
  }
}
