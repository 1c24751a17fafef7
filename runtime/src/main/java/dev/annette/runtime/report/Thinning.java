package dev.annette.runtime.report;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A long line with fewer points that looks the same: its ends, and of every stretch the lowest and
 * the highest point and those that are missing.
 */
final class Thinning {
  /** The stretches of a thinned line. */
  static final int STRETCHES = 400;

  private Thinning() {}

  static List<Series.Point> of(List<Series.Point> points) {
    if (points.size() <= 2 * STRETCHES) {
      return points;
    }
    SortedSet<Integer> kept = new TreeSet<>(List.of(0, points.size() - 1));
    for (int i = 0; i < STRETCHES; i++) {
      int from = (int) ((long) i * points.size() / STRETCHES);
      int to = (int) ((i + 1L) * points.size() / STRETCHES);
      keep(points, from, to, kept);
    }
    return kept.stream().map(points::get).toList();
  }

  private static void keep(List<Series.Point> points, int from, int to, SortedSet<Integer> kept) {
    int lowest = -1;
    int highest = -1;
    for (int i = from; i < to; i++) {
      double y = points.get(i).y();
      if (!Scale.isDrawn(y)) {
        kept.add(i);
      } else {
        lowest = lowest < 0 || y < points.get(lowest).y() ? i : lowest;
        highest = highest < 0 || y > points.get(highest).y() ? i : highest;
      }
    }
    if (lowest >= 0) {
      kept.add(lowest);
      kept.add(highest);
    }
  }
}
