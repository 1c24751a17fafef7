package dev.annette.examples.benchmarks.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the contest runs on.
 *
 * @param description processor, cores and JDKs
 * @param peak GFLOP/s of one thread and of two
 */
record Machine(String description, double[] peak) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Describes this machine and measures its peak. */
  static Machine measure(Settings settings) throws IOException, InterruptedException {
    List<String> jdks = new ArrayList<>();
    jdks.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    if (settings.jdk().isPresent()) {
      jdks.add("JDK " + Contestants.release(settings.jdk().get()));
    }
    String description =
        String.format(
            "%s, %d cores, %s %s; %s",
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            String.join("; ", jdks));
    return new Machine(description, peaks());
  }

  /** Returns this machine with the greater peaks of two measurements. */
  Machine withPeaksAgain() throws IOException, InterruptedException {
    double[] again = peaks();
    return new Machine(
        description, new double[] {Math.max(peak[0], again[0]), Math.max(peak[1], again[1])});
  }

  /** Returns the peak of as many threads, in operations per nanosecond. */
  double peak(int threads) {
    return peak[threads - 1];
  }

  /** Returns the load of the last minute, or a negative number where it is unknown. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static boolean hasAvx512() {
    return line("flags").contains(" avx512f ");
  }

  private static String processor() {
    String flags = line("flags").contains(" avx512f ") ? " (AVX-512)" : "";
    String name = line("model name");
    return (name.isEmpty() ? "unknown processor" : name) + flags;
  }

  /** Returns what the processor is said to be or have, where the system says so. */
  private static String line(String key) {
    if (!Files.exists(PROCESSORS)) {
      return "";
    }
    try {
      String text = Files.readString(PROCESSORS);
      Matcher found = Pattern.compile("(?m)^" + key + "\\s*: (.*)$").matcher(text);
      return found.find() ? found.group(1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Measures in a process of its own, where nothing else has been compiled. */
  private static double[] peaks() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                FmaPeak.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher peaks = Pattern.compile("peak ([0-9.]+) ([0-9.]+)").matcher(output);
    if (!peaks.find()) {
      throw new IOException("the peak was not measured: " + output);
    }
    return new double[] {Double.parseDouble(peaks.group(1)), Double.parseDouble(peaks.group(2))};
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s; fused multiply-adds at most %.0f GFLOP/s with one thread, %.0f with two",
        description,
        peak[0],
        peak[1]);
  }
}
