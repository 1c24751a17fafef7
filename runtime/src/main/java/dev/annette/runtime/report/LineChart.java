package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Lines over a common axis, each with its name at its end. */
final class LineChart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 300;
  private static final double LEFT = 58;
  private static final double RIGHT = 132;
  private static final double TOP = 14;
  private static final double BOTTOM = 42;
  private static final double LINE = 15; // from one name to the next

  /** The most points that get a dot with a text of their own. */
  private static final int DOTS = 60;

  private final String title;
  private final String along;
  private final List<Series> lines;
  private final Scale across;
  private final Scale up;
  private double marked = Double.NaN;
  private String mark = "";
  private boolean hasDiagonal;

  /**
   * Creates a chart.
   *
   * @param title what it shows, for whoever cannot see it
   * @param along what the x axis is
   */
  LineChart(String title, String along, List<Series> lines, Scale across, Scale up) {
    this.title = title;
    this.along = along;
    this.lines = lines.stream().filter(Series::isVisible).toList();
    this.across = across;
    this.up = up;
  }

  /** Draws a vertical line at a place, with words. */
  LineChart marking(double x, String words) {
    marked = x;
    mark = words;
    return this;
  }

  /** Draws the line on which both axes say the same. */
  LineChart withDiagonal() {
    hasDiagonal = true;
    return this;
  }

  /** Writes the drawing. */
  void write(Markup out) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %.0f %.0f".formatted(WIDTH, HEIGHT),
        "role",
        "img",
        "class",
        "chart");
    out.element("title", title);
    writeAxes(out);
    writeMark(out);
    if (hasDiagonal) {
      line(out, "diagonal", x(across.low()), y(up.low()), x(across.high()), y(up.high()));
    }
    lines.forEach(series -> writeLine(out, series));
    writeNames(out);
    out.close("svg").line();
  }

  private void writeAxes(Markup out) {
    for (double value : up.marks()) {
      line(out, "grid", LEFT, y(value), WIDTH - RIGHT, y(value));
      text(out, "mark end", LEFT - 8, y(value) + 4, Figures.mark(value));
    }
    for (double value : across.marks()) {
      line(out, "tick", x(value), HEIGHT - BOTTOM, x(value), HEIGHT - BOTTOM + 5);
      text(out, "mark middle", x(value), HEIGHT - BOTTOM + 19, Figures.mark(value));
    }
    line(out, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    text(out, "mark middle", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, along);
  }

  private void writeMark(Markup out) {
    if (Double.isNaN(marked)) {
      return;
    }
    line(out, "best", x(marked), TOP, x(marked), HEIGHT - BOTTOM);
    boolean isRight = across.at(marked) > 0.6;
    text(out, isRight ? "mark end" : "mark", x(marked) + (isRight ? -5 : 5), TOP + 9, mark);
  }

  private void writeLine(Markup out, Series series) {
    StringBuilder path = new StringBuilder();
    boolean isDown = false;
    for (Series.Point point : Thinning.of(series.points())) {
      boolean isThere = Scale.isDrawn(point.y());
      if (isThere) {
        path.append(isDown ? 'L' : 'M');
        path.append(Figures.place(x(point.x()))).append(' ');
        path.append(Figures.place(y(point.y())));
      }
      isDown = isThere;
    }
    out.empty("path", "d", path.toString(), "class", "line c" + series.color());
    if (series.points().size() <= DOTS) {
      for (Series.Point point : series.points()) {
        writeDot(out, series, point);
      }
    }
  }

  private void writeDot(Markup out, Series series, Series.Point point) {
    if (Scale.isDrawn(point.y())) {
      out.open(
          "circle",
          "cx",
          Figures.place(x(point.x())),
          "cy",
          Figures.place(y(point.y())),
          "r",
          "2.5",
          "class",
          "dot c" + series.color());
      String place = along + " " + Figures.of(point.x());
      out.element("title", series.name() + ", " + place + ": " + Figures.of(point.y()));
      out.close("circle");
    }
  }

  /** Writes each name at the end of its line, moved apart where lines end together. */
  private void writeNames(Markup out) {
    List<Series> byHeight =
        lines.stream()
            .sorted(Comparator.comparingDouble(series -> y(last(series).y())))
            .collect(Collectors.toCollection(ArrayList::new));
    double lowest = TOP;
    List<Double> places = new ArrayList<>();
    for (Series series : byHeight) {
      double place = Math.max(y(last(series).y()) + 4, lowest);
      places.add(place);
      lowest = place + LINE;
    }
    double room = HEIGHT - BOTTOM + 4;
    for (int i = places.size() - 1; i >= 0; i--) {
      places.set(i, Math.min(places.get(i), room));
      room = places.get(i) - LINE;
    }
    for (int i = 0; i < byHeight.size(); i++) {
      Series series = byHeight.get(i);
      text(out, "name c" + series.color(), WIDTH - RIGHT + 8, places.get(i), series.name());
    }
  }

  private static Series.Point last(Series series) {
    Series.Point last = series.points().get(0);
    for (Series.Point point : series.points()) {
      last = Scale.isDrawn(point.y()) ? point : last;
    }
    return last;
  }

  private double x(double value) {
    return LEFT + across.at(value) * (WIDTH - RIGHT - LEFT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.at(value) * (HEIGHT - BOTTOM - TOP);
  }

  private static void line(Markup out, String kind, double x1, double y1, double x2, double y2) {
    out.empty(
        "line",
        "class",
        kind,
        "x1",
        Figures.place(x1),
        "y1",
        Figures.place(y1),
        "x2",
        Figures.place(x2),
        "y2",
        Figures.place(y2));
  }

  private static void text(Markup out, String kind, double x, double y, String words) {
    out.element("text", words, "class", kind, "x", Figures.place(x), "y", Figures.place(y));
  }
}
