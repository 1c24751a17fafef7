package dev.annette.runtime.report;

import dev.annette.runtime.model.EpochRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The penalties of every epoch as lines: each by itself where they are few, otherwise by layer, and
 * of many layers the largest and the sum of the others.
 */
final class PenaltyLedger {
  /** The most lines, as many as there are colours. */
  static final int LINES = 6;

  private PenaltyLedger() {}

  /** Returns the lines, layer by layer; none if nothing is penalised. */
  static List<Series> of(List<EpochRecord> epochs) {
    SortedSet<String> names = new TreeSet<>();
    epochs.forEach(epoch -> names.addAll(epoch.penalties().keySet()));
    Map<String, double[]> each = sums(epochs, names, PenaltyLedger::shortName);
    if (each.size() > LINES) {
      each = sums(epochs, names, name -> name.substring(0, (name + ".").indexOf('.')));
    }
    if (each.size() > LINES) {
      each = largest(each);
    }
    double[] places = epochs.stream().mapToDouble(EpochRecord::epoch).toArray();
    List<Series> lines = new ArrayList<>();
    each.forEach((name, values) -> lines.add(Series.of(name, 1 + lines.size(), places, values)));
    return lines;
  }

  /** Returns whether a penalty is below 0, which one of a user's own may be. */
  static boolean isNegative(List<Series> lines) {
    return lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.y() < 0);
  }

  /** Returns the penalties of every epoch, added up under new names. */
  private static Map<String, double[]> sums(
      List<EpochRecord> epochs, SortedSet<String> names, UnaryOperator<String> renamed) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (String name : names) {
      double[] sum = sums.computeIfAbsent(renamed.apply(name), key -> new double[epochs.size()]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += epochs.get(i).penalties().getOrDefault(name, 0.0);
      }
    }
    return sums;
  }

  private static Map<String, double[]> largest(Map<String, double[]> all) {
    List<String> names = new ArrayList<>(all.keySet());
    names.sort(Comparator.comparingDouble(name -> -last(all.get(name))));
    Map<String, double[]> kept = new LinkedHashMap<>();
    double[] others = new double[all.get(names.get(0)).length];
    for (int i = 0; i < names.size(); i++) {
      double[] one = all.get(names.get(i));
      if (i < LINES - 1) {
        kept.put(names.get(i), one);
      } else {
        for (int epoch = 0; epoch < one.length; epoch++) {
          others[epoch] += one[epoch];
        }
      }
    }
    kept.put("others", others);
    return kept;
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  /** Leaves out that a penalty acts on weights, as most do: {@code hidden.l2}. */
  private static String shortName(String penalty) {
    return penalty.replace(".weights.", ".");
  }
}
