package dev.annette.runtime.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Points in a square of two equal axes, with the line on which both say the same. */
final class ScatterChart {
  /** The most points that are drawn. */
  static final int POINTS = 2000;

  private final List<Series.Point> points;
  private final Plot plot;

  /** Creates a chart of points; of very many, evenly spaced ones are drawn. */
  ScatterChart(List<Series.Point> points) {
    int every = (points.size() + POINTS - 1) / POINTS;
    List<Series.Point> finite = points.stream().filter(Series.Point::isThere).toList();
    this.points =
        every <= 1
            ? finite
            : IntStream.range(0, finite.size())
                .filter(i -> i % every == 0)
                .mapToObj(finite::get)
                .toList();
    double[] values =
        this.points.stream()
            .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()))
            .sorted()
            .toArray();
    Scale both =
        values.length == 0
            ? Scale.linear(0, 1)
            : Scale.linear(values[0], values[values.length - 1]);
    this.plot = new Plot(both, both, Plot.SQUARE, 0);
  }

  /** Returns how many points are drawn. */
  int drawn() {
    return points.size();
  }

  /** Writes the drawing. */
  void write(Markup out, String words, String along) {
    plot.open(out, words);
    plot.axes(out, along);
    Plot.line(out, "guide", plot.left(), plot.bottom(), plot.right(), plot.top());
    StringBuilder path = new StringBuilder();
    for (Series.Point point : points) {
      path.append('M').append(Figures.place(plot.x(point.x()))).append(' ');
      path.append(Figures.place(plot.y(point.y()))).append("h0");
    }
    out.empty("path", "class", "points s1", "d", path.toString());
    out.close("svg").line();
  }
}
