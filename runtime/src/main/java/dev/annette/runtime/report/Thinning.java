package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** A long line with fewer points that looks the same: the lowest and highest of every stretch. */
final class Thinning {
  /** The stretches of a thinned line. */
  static final int STRETCHES = 400;

  private Thinning() {}

  static List<Series.Point> of(List<Series.Point> points) {
    if (points.size() <= 2 * STRETCHES) {
      return points;
    }
    List<Series.Point> kept = new ArrayList<>();
    for (int i = 0; i < STRETCHES; i++) {
      int from = (int) ((long) i * points.size() / STRETCHES);
      int to = (int) ((i + 1L) * points.size() / STRETCHES);
      keepExtremes(points.subList(from, to), kept);
    }
    return kept;
  }

  private static void keepExtremes(List<Series.Point> stretch, List<Series.Point> kept) {
    Series.Point lowest = stretch.get(0);
    Series.Point highest = stretch.get(0);
    for (Series.Point point : stretch) {
      lowest = point.y() < lowest.y() ? point : lowest;
      highest = point.y() > highest.y() ? point : highest;
    }
    boolean isFalling = highest.x() < lowest.x();
    kept.add(isFalling ? highest : lowest);
    if (!lowest.equals(highest)) {
      kept.add(isFalling ? lowest : highest);
    }
  }
}
