package dev.annette.runtime.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a chart.
 *
 * @param name what stands at its end
 * @param color which of the colours of the style sheet, from 1
 * @param points its points, in the order they are joined; the line breaks where y has no place
 */
record Series(String name, int color, List<Point> points) {

  /**
   * A point of a line.
   *
   * @param x along
   * @param y up
   */
  record Point(double x, double y) {
    /** Returns whether it has a place. */
    boolean isThere() {
      return Scale.isDrawn(x) && Scale.isDrawn(y);
    }
  }

  /** Copies the list. */
  Series {
    points = List.copyOf(points);
  }

  /** Returns a line through {@code [count]} places and as many heights. */
  static Series of(String name, int color, double[] x, double[] y) {
    return new Series(
        name, color, IntStream.range(0, x.length).mapToObj(i -> new Point(x[i], y[i])).toList());
  }

  /** Returns whether there is a point to draw. */
  boolean isVisible() {
    return points.stream().anyMatch(Point::isThere);
  }

  /** Returns the last point with a place, the very last if there is none. */
  Point last() {
    Point last = points.get(points.size() - 1);
    for (int i = points.size() - 1; i >= 0 && !last.isThere(); i--) {
      last = points.get(i);
    }
    return last;
  }
}
