package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** A long line with fewer points that looks the same: the ends and extremes of every stretch. */
final class Thinning {
  /** The stretches of a thinned line, about two for each column of its pixels. */
  static final int STRETCHES = 300;

  private Thinning() {}

  /** Returns the line itself if it is short. */
  static List<Series.Point> of(List<Series.Point> points) {
    if (points.size() <= 4 * STRETCHES) {
      return points;
    }
    List<Series.Point> kept = new ArrayList<>();
    for (int i = 0; i < STRETCHES; i++) {
      int from = (int) ((long) i * points.size() / STRETCHES);
      int to = (int) ((i + 1L) * points.size() / STRETCHES);
      keep(points, from, to, kept);
    }
    return kept;
  }

  private static void keep(List<Series.Point> points, int from, int to, List<Series.Point> kept) {
    int lowest = -1;
    int highest = -1;
    for (int i = from; i < to; i++) {
      if (points.get(i).isThere()) {
        double y = points.get(i).y();
        lowest = lowest < 0 || y < points.get(lowest).y() ? i : lowest;
        highest = highest < 0 || y > points.get(highest).y() ? i : highest;
      }
    }
    for (int i = from; i < to; i++) {
      boolean breaks = !points.get(i).isThere();
      if (breaks || i == from || i == to - 1 || i == lowest || i == highest) {
        kept.add(points.get(i));
      }
    }
  }
}
