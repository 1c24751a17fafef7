package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * W10: seconds from the start of a process to 97.5 % of the test images of MNIST, with loading,
 * reading and compiling; the rows come in the order of the file, so that all need as many epochs.
 */
final class Races {
  private static final double ACCURACY = 0.975;
  private static final int THREADS = 2;

  private final Settings settings;
  private final Path mnist;
  private final Task task;
  private final Map<Contestant, double[]> seconds = new LinkedHashMap<>();
  private final Map<Contestant, double[]> reached = new LinkedHashMap<>();
  private final Map<Contestant, String> failures = new LinkedHashMap<>();

  /** Of a task whose network and initial weights are used. */
  Races(Settings settings, Path mnist, Task task) {
    this.settings = settings;
    this.mnist = mnist;
    this.task = task;
  }

  /** Lets all run by turns and returns a table. */
  String run(List<Contestant> contestants) throws IOException, InterruptedException {
    Path folder = settings.out().resolve("tasks").resolve("W10");
    task.write(folder);
    Files.createDirectories(settings.out().resolve("logs"));
    for (int round = 0; round < settings.races(); round++) {
      for (Contestant contestant : contestants) {
        if (contestant.takes().test(task) && !failures.containsKey(contestant)) {
          race(contestant, folder, round);
        }
      }
    }
    return table();
  }

  private void race(Contestant contestant, Path folder, int round)
      throws IOException, InterruptedException {
    Path log = settings.out().resolve("logs/W10-" + contestant.name().replace(' ', '-') + ".txt");
    long start = System.nanoTime();
    try (ContestantProcess process = new ContestantProcess(contestant, folder, THREADS, log)) {
      double[] answer = process.ask("race " + ACCURACY + " " + mnist);
      double taken = (System.nanoTime() - start) / 1e9;
      seconds.computeIfAbsent(contestant, c -> new double[settings.races()])[round] = taken;
      reached.put(contestant, answer);
      System.out.printf(
          Locale.ROOT, "  %s: %.2f s, %s epochs%n", contestant.name(), taken, answer[0]);
    } catch (IOException e) {
      failures.put(contestant, e.getMessage());
    }
  }

  private String table() {
    StringBuilder text = new StringBuilder();
    text.append("| | seconds | quartiles | epochs | accuracy |\n|---|---|---|---|---|\n");
    seconds.forEach(
        (contestant, taken) -> {
          Quantiles quantiles = Quantiles.of(taken);
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %s to %s | %.0f | %.2f %% |%n",
                  contestant.name(),
                  Quantiles.digits(quantiles.median()),
                  Quantiles.digits(quantiles.low()),
                  Quantiles.digits(quantiles.high()),
                  reached.get(contestant)[0],
                  100 * reached.get(contestant)[1]));
        });
    failures.forEach(
        (contestant, why) ->
            text.append("\n- " + contestant.name() + " is not measured: " + why + ".\n"));
    return text.toString();
  }
}
