package dev.annette.runtime.sparsity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sparsity report as text. */
final class SparsityTable {
  private static final String ROW = "%-20s %12s %12s %7s %7s %9s %7s %6s";

  /** The features that are named before the rest is only counted. */
  private static final int NAMED = 12;

  private SparsityTable() {}

  static String of(SparsityReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.network());
    lines.add(
        ROW.formatted("layer", "weights", "zero", "share", "units", "constant", "unread", "dead"));
    for (int i = 0; i < report.layers().size(); i++) {
      LayerSparsity layer = report.layers().get(i);
      lines.add(
          ROW.formatted(
              layer.layer(),
              count(layer.weights()),
              count(layer.zeros()),
              share(layer.zeroShare()),
              count(layer.units()),
              count(layer.constantUnits().size()),
              count(report.unreadUnits(i).size()),
              count(report.deadUnits(i).size())));
    }
    lines.add(
        ROW.formatted(
                "all",
                count(report.weights()),
                count(report.zeros()),
                share(report.zeroShare()),
                "",
                "",
                "",
                "")
            .stripTrailing());
    lines.add(inputs(report.layers().get(0)));
    return String.join("\n", lines) + "\n";
  }

  private static String inputs(LayerSparsity first) {
    List<Integer> unread = first.unreadInputs();
    String counts = "inputs without effect: " + unread.size() + " of " + first.inputs();
    if (unread.isEmpty()) {
      return counts;
    }
    List<String> named = unread.stream().limit(NAMED).map(String::valueOf).toList();
    return counts
        + " (columns "
        + String.join(", ", named)
        + (unread.size() > NAMED ? ", ..." : "")
        + ")";
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
