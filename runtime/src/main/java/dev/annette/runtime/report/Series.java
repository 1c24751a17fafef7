package dev.annette.runtime.report;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name what stands at its end
 * @param color which of the colours of the style sheet, from 1
 * @param points its points, in the order they are joined; the line breaks where y is not drawn
 */
record Series(String name, int color, List<Point> points) {

  /**
   * A point of a line.
   *
   * @param x along
   * @param y up
   */
  record Point(double x, double y) {}

  /** Copies the list. */
  Series {
    points = List.copyOf(points);
  }

  /** Returns whether there is a point to draw. */
  boolean isVisible() {
    return points.stream().anyMatch(point -> Scale.isDrawn(point.y()));
  }
}
