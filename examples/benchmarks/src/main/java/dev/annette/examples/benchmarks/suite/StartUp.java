package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.FirstPredictions;
import dev.annette.examples.benchmarks.FirstSteps;
import dev.annette.examples.benchmarks.WarmUpCurve;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** What a fresh JVM takes for the first answer, and how fast the next ones become. */
final class StartUp {
  private final int times;
  private final List<Contestant> contestants;
  private final String classPath = System.getProperty("java.class.path");

  /** Of Annette in some configurations, each started some times. */
  StartUp(int times, List<Contestant> contestants) {
    this.times = times;
    this.contestants = contestants;
  }

  /** Returns a table of programs that load a model and predict, and of some that train. */
  String run(Path model) throws IOException, InterruptedException {
    StringJoiner heads = new StringJoiner(" | ", "| | first answer, ms | loading, ms | ", " |\n");
    int begin = 1;
    for (int end : WarmUpCurve.ENDS) {
      heads.add(String.format("us, %,d to %,d", begin, end));
      begin = end + 1;
    }
    StringBuilder table = new StringBuilder(heads.toString());
    table.append("|---|---|---|" + "---|".repeat(WarmUpCurve.ENDS.length) + "\n");
    for (Contestant contestant : contestants) {
      String name = contestant.variant();
      List<String> jvm = contestant.command().subList(0, contestant.command().size() - 3);
      table.append(row("predict, " + name, jvm, FirstPredictions.class, model.toString()));
      table.append(row("train, " + name, jvm, FirstSteps.class));
    }
    return table.toString();
  }

  /** Starts a program some times and returns the medians. */
  private String row(String name, List<String> jvm, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    double[][] numbers = new double[2 + WarmUpCurve.ENDS.length][times];
    for (int time = 0; time < times; time++) {
      List<String> command = new ArrayList<>(jvm);
      command.addAll(List.of("-cp", classPath, program.getName()));
      command.addAll(List.of(arguments));
      double[] measured = measure(command);
      for (int i = 0; i < measured.length; i++) {
        numbers[i][time] = measured[i];
      }
    }
    StringJoiner cells = new StringJoiner(" | ", "| " + name + " | ", " |\n");
    Arrays.stream(numbers).forEach(n -> cells.add(Quantiles.digits(Quantiles.of(n).median())));
    return cells.toString();
  }

  /** Returns milliseconds to the first answer and of loading, then the curve. */
  private static double[] measure(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<Double> numbers = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals("answered")) {
          numbers.add((System.nanoTime() - start) / 1e6);
        }
        Arrays.stream(words).skip(1).map(Double::valueOf).forEach(numbers::add);
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
