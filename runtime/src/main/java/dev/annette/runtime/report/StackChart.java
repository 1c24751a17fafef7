package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** Amounts on top of each other over a common axis: what each has of the whole. */
final class StackChart {
  private final String words;
  private final String along;
  private final List<Series> layers;
  private final List<double[]> tops = new ArrayList<>(); // [layers][points], cumulated
  private final Plot plot;

  /**
   * Creates a chart.
   *
   * @param words what it shows, for whoever cannot see it
   * @param along what the x axis is
   * @param layers the amounts, lowest first, all at the same places; what is not finite counts 0
   */
  StackChart(String words, String along, List<Series> layers, Scale across) {
    this.words = words;
    this.along = along;
    this.layers = layers;
    double[] sums = new double[layers.get(0).points().size()];
    double highest = 0;
    for (Series layer : layers) {
      for (int i = 0; i < sums.length; i++) {
        double amount = layer.points().get(i).y();
        sums[i] += Scale.isDrawn(amount) ? amount : 0;
        highest = Math.max(highest, sums[i]);
      }
      tops.add(sums.clone());
    }
    List<String> names = layers.stream().map(Series::name).toList();
    plot = new Plot(across, Scale.fromZero(highest), Plot.LOW, Labels.room(names));
  }

  /** Returns the upper edge of a layer, {@code [points]}: the sum of it and those below. */
  double[] top(int layer) {
    return tops.get(layer).clone();
  }

  /** Writes the drawing. */
  void write(Markup out) {
    plot.open(out, words);
    plot.axes(out, along);
    double[] below = new double[tops.get(0).length];
    List<Labels.Label> labels = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      double[] above = tops.get(i);
      writeLayer(out, layers.get(i), below, above);
      int end = above.length - 1;
      double middle = (plot.y(above[end]) + plot.y(below[end])) / 2;
      labels.add(new Labels.Label(layers.get(i).name(), layers.get(i).color(), middle));
      below = above;
    }
    Labels.write(out, labels, plot.right() + 7, plot.top(), plot.bottom());
    out.close("svg").line();
  }

  private void writeLayer(Markup out, Series layer, double[] below, double[] above) {
    StringBuilder path = new StringBuilder("M");
    append(path, layer, above, 1);
    path.append('L');
    append(path, layer, below, -1);
    out.open("path", "d", path.append('Z').toString(), "class", "area f" + layer.color());
    double last = layer.last().y();
    out.element("title", layer.name() + ", at the end: " + Figures.of(last)).close("path");
  }

  private void append(StringBuilder path, Series layer, double[] heights, int step) {
    List<Series.Point> edge = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      edge.add(new Series.Point(layer.points().get(i).x(), heights[i]));
    }
    if (edge.size() == 1) { // a bar rather than a line without width
      double x = edge.get(0).x();
      edge = List.of(new Series.Point(x - 0.5, heights[0]), new Series.Point(x + 0.5, heights[0]));
    }
    List<Series.Point> thin = Thinning.of(edge);
    for (int i = 0; i < thin.size(); i++) {
      Series.Point point = thin.get(step > 0 ? i : thin.size() - 1 - i);
      path.append(i == 0 ? "" : "L").append(Figures.place(plot.x(point.x()))).append(' ');
      path.append(Figures.place(plot.y(point.y())));
    }
  }
}
