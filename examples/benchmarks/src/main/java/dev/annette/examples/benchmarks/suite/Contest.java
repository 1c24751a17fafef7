package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contestants on one task with some threads: each warms up, then all are timed by turns. */
final class Contest implements AutoCloseable {
  /** Windows that agree end a warm-up. */
  private static final int ALIKE = 3;

  private static final double NEARNESS = 0.03;
  private static final long LEAST_WARM_UP_NANOS = 5_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Settings settings;
  private final Task task;
  private final int threads;
  private final List<Measured> unmeasured = new ArrayList<>();
  private final List<ContestantProcess> running = new ArrayList<>();

  Contest(Settings settings, Task task, int threads) {
    this.settings = settings;
    this.task = task;
    this.threads = threads;
  }

  /** Measures those that can, and says of the others why not; the first must be able to. */
  List<Measured> run(List<Contestant> contestants) throws IOException, InterruptedException {
    Path folder = settings.out().resolve("tasks").resolve(task.name());
    task.write(folder);
    Agreement agreement = null;
    for (Contestant contestant : contestants) {
      if (!contestant.takes().test(task)) {
        continue;
      }
      ContestantProcess process = start(contestant, folder);
      try {
        System.out.println("  " + contestant.name() + ": " + process.ready());
        if (agreement == null) {
          agreement = new Agreement(task, process);
        } else {
          agreement.check(process);
        }
        warmUp(process);
        process.settle();
        running.add(process);
      } catch (IOException e) {
        process.close();
        if (agreement == null) {
          throw e;
        }
        System.out.println("  " + contestant.name() + " is not measured: " + e.getMessage());
        unmeasured.add(Measured.not(contestant, task.name(), threads, e.getMessage()));
      }
    }
    return rounds();
  }

  private ContestantProcess start(Contestant contestant, Path folder) throws IOException {
    Path logs = Files.createDirectories(settings.out().resolve("logs"));
    String file = (task.name() + " " + threads + " " + contestant.name()).replace(' ', '-');
    return new ContestantProcess(contestant, folder, threads, logs.resolve(file + ".txt"));
  }

  /** Lets a contestant work until windows in a row take about as long as each other. */
  private void warmUp(ContestantProcess process) throws IOException, InterruptedException {
    long start = System.nanoTime();
    double last = 0;
    int alike = 0;
    long worked = 0;
    while (worked < settings.warmUpMillis() * NANOS_PER_MILLI
        && (alike < ALIKE || worked < LEAST_WARM_UP_NANOS)) {
      double nanos = process.window(settings.windowMillis());
      alike = Math.abs(nanos - last) < NEARNESS * nanos ? alike + 1 : 0;
      last = nanos;
      worked = System.nanoTime() - start;
    }
  }

  /** Times all by turns; every round begins with another. */
  private List<Measured> rounds() throws IOException, InterruptedException {
    Map<Contestant, double[]> nanos = new LinkedHashMap<>();
    running.forEach(process -> nanos.put(process.contestant(), new double[settings.rounds()]));
    for (int round = 0; round < settings.rounds(); round++) {
      for (int turn = 0; turn < running.size(); turn++) {
        ContestantProcess process = running.get((round + turn) % running.size());
        nanos.get(process.contestant())[round] = process.window(settings.windowMillis());
        process.settle();
      }
    }
    List<Measured> measured = new ArrayList<>();
    nanos.forEach(
        (contestant, windows) ->
            measured.add(new Measured(contestant, task.name(), threads, windows, "")));
    measured.addAll(unmeasured);
    return measured;
  }

  @Override
  public void close() {
    running.forEach(ContestantProcess::close);
  }
}
