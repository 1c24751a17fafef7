package dev.annette.examples.benchmarks.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** The standings as a Markdown table: medians in microseconds, and who is ahead. */
final class ResultTable {
  private static final String NONE = "–";

  private final Machine machine;
  private final List<Standing> standings;
  private final Set<Contestant> ours = new LinkedHashSet<>();
  private final Set<String> peers = new LinkedHashSet<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  ResultTable(Machine machine, List<Standing> standings) {
    this.machine = machine;
    this.standings = standings;
    for (Standing standing : standings) {
      for (Measured measured : standing.measured()) {
        if (measured.contestant().isAnnette()) {
          ours.add(measured.contestant());
        } else {
          peers.add(measured.contestant().library());
        }
        if (!measured.isMeasured()) {
          notes.put(measured.contestant().name() + " on " + standing.workload(), measured.reason());
        }
      }
    }
  }

  /** Returns the table, and below it why cells are empty. */
  String markdown(Map<String, String> absent) {
    List<String> heads = new ArrayList<>(List.of("", "threads"));
    ours.forEach(contestant -> heads.add(contestant.name()));
    heads.addAll(List.of("± ", "of the peak"));
    heads.addAll(peers);
    heads.add("fastest peer ÷ Annette");
    StringBuilder text = new StringBuilder();
    line(text, heads);
    line(text, heads.stream().map(head -> "---").toList());
    standings.forEach(standing -> line(text, cells(standing)));
    text.append('\n');
    absent.forEach((who, why) -> text.append("- " + who + " is not measured: " + why + ".\n"));
    notes.forEach((what, why) -> text.append("- " + what + " is not measured: " + why + ".\n"));
    return text.toString();
  }

  private List<String> cells(Standing standing) {
    List<String> cells = new ArrayList<>();
    cells.add(standing.workload());
    cells.add(Integer.toString(standing.threads()));
    for (Contestant contestant : ours) {
      cells.add(median(standing.of(contestant).filter(Measured::isMeasured), false));
    }
    cells.add(percent(standing.annette().micros().spread()));
    cells.add(percent(standing.shareOfPeak(machine)));
    for (String peer : peers) {
      cells.add(median(standing.best(peer), true));
    }
    cells.add(standing.bestPeer().map(peer -> ratio(standing, peer)).orElse(NONE));
    return cells;
  }

  private static String median(Optional<Measured> measured, boolean withVariant) {
    if (measured.isEmpty()) {
      return NONE;
    }
    String variant = measured.get().contestant().variant();
    String digits = Quantiles.digits(measured.get().micros().median());
    return withVariant && !variant.isEmpty() ? digits + " (" + variant + ")" : digits;
  }

  private static String ratio(Standing standing, Measured peer) {
    Quantiles times = peer.times(standing.annette());
    return String.format(
        "**%s** (%s to %s)",
        Quantiles.digits(times.median()),
        Quantiles.digits(times.low()),
        Quantiles.digits(times.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  private static void line(StringBuilder text, List<String> cells) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    cells.forEach(line::add);
    text.append(line);
  }
}
