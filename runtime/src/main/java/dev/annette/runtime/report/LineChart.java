package dev.annette.runtime.report;

import java.util.List;

/** Lines over a common axis, each with its name at its end. */
final class LineChart {
  /** The most points that get a dot with a text of their own. */
  private static final int DOTS = 60;

  private final String words;
  private final String along;
  private final List<Series> lines;
  private Plot plot;
  private double marked = Double.NaN;
  private String mark = "";
  private boolean hasDiagonal;
  private boolean showsNames = true;

  /**
   * Creates a chart.
   *
   * @param words what it shows, for whoever cannot see it
   * @param along what the x axis is
   */
  LineChart(String words, String along, List<Series> lines, Scale across, Scale up) {
    this.words = words;
    this.along = along;
    this.lines = lines.stream().filter(Series::isVisible).toList();
    this.showsNames = this.lines.size() > 1;
    List<String> names = this.lines.stream().map(Series::name).toList();
    this.plot = new Plot(across, up, Plot.LOW, showsNames ? Labels.room(names) : 0);
  }

  /** Draws a vertical line at a place, with words. */
  LineChart marking(double x, String name) {
    marked = x;
    mark = name;
    return this;
  }

  /** Makes both axes about equally long. */
  LineChart square() {
    plot = plot.square();
    return this;
  }

  /** Draws the line on which both axes say the same. */
  LineChart withDiagonal() {
    hasDiagonal = true;
    return this;
  }

  /** Writes the drawing. */
  void write(Markup out) {
    plot.open(out, words);
    plot.axes(out, along);
    if (hasDiagonal) {
      Plot.line(out, "guide", plot.left(), plot.bottom(), plot.right(), plot.top());
    }
    if (!Double.isNaN(marked)) {
      writeMark(out);
    }
    for (Series series : lines) {
      writeLine(out, series);
      writeDots(out, series);
    }
    if (showsNames) {
      Labels.write(
          out,
          lines.stream()
              .map(one -> new Labels.Label(one.name(), one.color(), plot.y(one.last().y())))
              .toList(),
          plot.right() + 7,
          plot.top(),
          plot.bottom());
    }
    out.close("svg").line();
  }

  private void writeMark(Markup out) {
    double x = plot.x(marked);
    Plot.line(out, "guide", x, plot.top() - 5, x, plot.bottom());
    double at = plot.across().at(marked);
    String side = at > 0.75 ? "end" : at < 0.25 ? "" : "middle";
    Plot.text(out, side, x, plot.top() - 8, mark);
  }

  private void writeLine(Markup out, Series series) {
    StringBuilder path = new StringBuilder();
    boolean isDown = false;
    for (Series.Point point : Thinning.of(series.points())) {
      if (point.isThere()) {
        path.append(isDown ? 'L' : 'M');
        path.append(Figures.place(plot.x(point.x()))).append(' ');
        path.append(Figures.place(plot.y(point.y())));
      }
      isDown = point.isThere();
    }
    out.empty("path", "d", path.toString(), "class", "line s" + series.color());
  }

  private void writeDots(Markup out, Series series) {
    boolean isSmall = series.points().size() > DOTS / 3;
    if (series.points().size() > DOTS) {
      return;
    }
    for (Series.Point point : series.points()) {
      if (point.isThere()) {
        out.open(
            "circle",
            "cx",
            Figures.place(plot.x(point.x())),
            "cy",
            Figures.place(plot.y(point.y())),
            "r",
            isSmall ? "2" : "3",
            "class",
            "f" + series.color());
        String place = along + " " + Figures.of(point.x());
        out.element("title", series.name() + ", " + place + ": " + Figures.of(point.y()));
        out.close("circle");
      }
    }
  }
}
