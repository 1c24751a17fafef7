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
  private static final int MOST_THREADS = 2;

  /** A busy machine tells little. */
  private static final double CALM = 0.3;

  private final Settings settings;
  private final Contestants contestants;
  private final StringBuilder report = new StringBuilder("# Benchmarks\n\n");

  private Suite(Settings settings) throws IOException {
    this.settings = settings;
    contestants = new Contestants(settings);
  }

  /** Runs what the system properties ask for. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Suite(Settings.ofProperties()).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(settings.out());
    double load = Machine.load();
    Machine before = Machine.measure(settings);
    System.out.println(before);
    List<Standing> standings = new ArrayList<>();
    for (Workload workload : Workloads.beginningWith("W")) {
      for (int threads = 1; threads <= MOST_THREADS; threads++) {
        if (settings.asksFor(workload.name())) {
          standings.add(measure(workload.task(), threads, contestants.present()));
        }
      }
    }
    List<List<Standing>> grown = new ArrayList<>();
    for (String what : List.of("batch", "width", "depth")) {
      if (settings.asksFor(what)) {
        grown.add(grow(what));
      }
    }
    Machine machine = before.withPeaksAgain();
    describe(machine, load);
    if (!standings.isEmpty()) {
      table(machine, standings);
    }
    if (!grown.isEmpty()) {
      curves(machine, grown);
    }
    if (settings.asksFor("start")) {
      startUp();
    }
    if (settings.asksFor("W10")) {
      races();
    }
    write("results.md", report.toString());
  }

  private Standing measure(Task task, int threads, List<Contestant> taking)
      throws IOException, InterruptedException {
    System.out.printf("%s, %d threads%n", task.name(), threads);
    try (Contest contest = new Contest(settings, task, threads)) {
      return Standing.of(task, threads, contest.run(taking));
    }
  }

  /** Measures the networks of a cost curve, Annette alone. */
  private List<Standing> grow(String what) throws IOException, InterruptedException {
    List<Standing> standings = new ArrayList<>();
    for (Workload workload : Workloads.beginningWith(what + " ")) {
      standings.add(measure(workload.task(), 1, contestants.present().subList(0, 1)));
    }
    return standings;
  }

  private void describe(Machine machine, double load) {
    report.append(machine).append(".\n\n");
    report.append(
        String.format(
            Locale.ROOT,
            "Medians of %d windows of %d ms, in microseconds for a step or prediction; the"
                + " contestants are processes that take turns.%n%n",
            settings.rounds(),
            settings.windowMillis()));
    if (load > CALM) {
      report.append(
          String.format(
              Locale.ROOT,
              "**Taken on a busy machine (a load of %.1f at the start): for a first look"
                  + " only.**%n%n",
              load));
    }
  }

  private void table(Machine machine, List<Standing> standings) throws IOException {
    report.append(new ResultTable(machine, standings).markdown(contestants.absent()));
    write("ratios.svg", new RatioPlot(standings).svg());
    write("windows.csv", RawNumbers.csv(standings));
    report.append("\n![ratios](ratios.svg)\n");
  }

  private void curves(Machine machine, List<List<Standing>> grown) throws IOException {
    List<CostCurve> curves = new ArrayList<>();
    report.append("\n## Cost curves\n\n");
    for (List<Standing> standings : grown) {
      String what = standings.get(0).workload().split(" ")[0];
      CostCurve curve = CostCurve.of(what, standings, machine);
      curves.add(curve);
      report.append(curve.markdown()).append('\n');
    }
    write("curves.svg", new CurvePlot(curves).svg());
    report.append("![cost curves](curves.svg)\n");
  }

  private void startUp() throws IOException, InterruptedException {
    report.append("\n## Start-up: 784-128-10 in a fresh JVM\n\n");
    Path model = settings.out().resolve("W3.json");
    Workloads.named("W3").network().apply(1).model().save(model);
    List<Contestant> ours = new ArrayList<>();
    ours.add(contestants.annetteAsStarted());
    contestants.present().stream().filter(Contestant::isAnnette).forEach(ours::add);
    report.append(new StartUp(settings.races(), ours).run(model));
  }

  private void races() throws IOException, InterruptedException {
    report.append("\n## W10: MNIST to 97.5 % from process start\n\n");
    if (settings.data().isEmpty()) {
      report.append("Not measured: no MNIST, annette.data names no folder.\n");
      return;
    }
    List<Contestant> racing = new ArrayList<>();
    racing.add(contestants.annetteAsStarted());
    racing.addAll(contestants.present());
    Path mnist = settings.data().get().resolve("mnist");
    report.append(new Races(settings, mnist, Workloads.named("W3").task()).run(racing));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(settings.out().resolve(file), text);
  }
}
