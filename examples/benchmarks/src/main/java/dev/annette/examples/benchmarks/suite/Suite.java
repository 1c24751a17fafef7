package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.Workload;
import dev.annette.examples.benchmarks.Workloads;
import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures every workload with every contestant, and writes tables, plots and raw numbers. */
public final class Suite {
  /** What the system's load may be before the run; at its end it is the run itself. */
  private static final double CALM = 0.3;

  /** The learning rate of a race, for pixels between 0 and 1. */
  private static final double RACING_RATE = 0.1;

  private final Settings settings;
  private final Contestants contestants;
  private final List<Standing> standings = new ArrayList<>();
  private final List<List<Standing>> grown = new ArrayList<>();
  private final StringBuilder fresh = new StringBuilder();
  private Machine machine;
  private final double load = Machine.load();

  private Suite(Settings settings) throws IOException, InterruptedException {
    this.settings = settings;
    contestants = new Contestants(settings);
    machine = Machine.measure(settings);
  }

  /** Runs what the system properties ask for. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Suite(Settings.ofProperties()).run();
  }

  /** Writes the results whenever there are more. */
  private void run() throws IOException, InterruptedException {
    Files.createDirectories(settings.out());
    System.out.println(machine);
    for (Workload workload : Workloads.beginningWith("W")) {
      for (int threads = 1; threads <= settings.threads(); threads++) {
        if (settings.asksFor(workload.name())) {
          standings.add(measure(workload.task(), threads, contestants.present()));
          write();
        }
      }
    }
    for (String what : List.of("batch", "width", "depth")) {
      if (settings.asksFor(what)) {
        grown.add(grow(what));
        write();
      }
    }
    if (settings.asksFor("start")) {
      startUp();
    }
    if (settings.asksFor("W10")) {
      races();
    }
    machine = machine.withPeaksAgain();
    write();
  }

  private Standing measure(Task task, int threads, List<Contestant> taking)
      throws IOException, InterruptedException {
    System.out.println(task.name() + ", threads: " + threads);
    try (Contest contest = new Contest(settings, task, threads)) {
      return Standing.of(task, threads, contest.run(taking));
    }
  }

  /** Measures the networks of a cost curve, Annette alone. */
  private List<Standing> grow(String what) throws IOException, InterruptedException {
    List<Standing> growing = new ArrayList<>();
    for (Workload workload : Workloads.beginningWith(what + " ")) {
      growing.add(measure(workload.task(), 1, contestants.present().subList(0, 1)));
    }
    return growing;
  }

  private void startUp() throws IOException, InterruptedException {
    Path model = settings.out().resolve("W3.json");
    Workloads.named("W3").network().apply(1).model().save(model);
    List<Contestant> ours = new ArrayList<>();
    ours.add(contestants.annetteAsStarted());
    contestants.present().stream().filter(Contestant::isAnnette).forEach(ours::add);
    fresh.append("\n## Start-up: 784-128-10 in a fresh JVM\n\n");
    fresh.append(new StartUp(settings.races(), ours).run(model));
  }

  private void races() throws IOException, InterruptedException {
    fresh.append("\n## W10: MNIST to 97.5 % from process start\n\n");
    if (settings.data().isEmpty()) {
      fresh.append("Not measured: no MNIST, annette.data names no folder.\n");
      return;
    }
    List<Contestant> racing = new ArrayList<>();
    racing.add(contestants.annetteAsStarted());
    racing.addAll(contestants.present());
    Path mnist = settings.data().get().resolve("mnist");
    Task task = Workloads.named("W3").task().withRate(RACING_RATE);
    fresh.append(new Races(settings, mnist, task).run(racing));
  }

  private void write() throws IOException {
    StringBuilder report = new StringBuilder("# Benchmarks\n\n");
    describe(report);
    if (!standings.isEmpty()) {
      report.append(new ResultTable(machine, standings).markdown(contestants.absent()));
      report.append("\n![ratios](ratios.svg)\n");
      write("ratios.svg", new RatioPlot(standings).svg());
      write("windows.csv", RawNumbers.csv(standings));
    }
    if (!grown.isEmpty()) {
      curves(report);
    }
    write("results.md", report.append(fresh).toString());
  }

  private void describe(StringBuilder report) {
    report.append(machine).append(".\n\n");
    report.append(
        String.format(
            Locale.ROOT,
            "Medians of %d windows of %d ms, in microseconds for a step or prediction; the"
                + " contestants are processes that take turns.%n%n",
            settings.rounds(),
            settings.windowMillis()));
    if (load > CALM) {
      String busy = "**Taken on a busy machine (a load of %.1f): for a first look only.**%n%n";
      report.append(String.format(Locale.ROOT, busy, load));
    }
  }

  private void curves(StringBuilder report) throws IOException {
    List<CostCurve> curves = new ArrayList<>();
    report.append("\n## Cost curves\n\n");
    for (List<Standing> growing : grown) {
      String what = growing.get(0).workload().split(" ")[0];
      CostCurve curve = CostCurve.of(what, growing, machine);
      curves.add(curve);
      report.append(curve.markdown()).append('\n');
    }
    write("curves.svg", new CurvePlot(curves).svg());
    report.append("![cost curves](curves.svg)\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(settings.out().resolve(file), text);
  }
}
