package dev.annette.runtime.report;

import dev.annette.runtime.metric.Calibration;

/** Shares over the probabilities that were said, each point as large as its rows are many. */
final class ReliabilityDiagram {
  private static final double SMALLEST = 2.5;
  private static final double LARGEST = 11;

  private final Calibration calibration;
  private final Plot plot;

  ReliabilityDiagram(Calibration calibration) {
    this.calibration = calibration;
    this.plot = new Plot(Scale.linear(0, 1), Scale.linear(0, 1), Plot.SQUARE, 0);
  }

  /** Writes the drawing. */
  void write(Markup out) {
    plot.open(out, "Share that is so by probability that was said");
    plot.axes(out, "probability said");
    Plot.line(out, "guide", plot.left(), plot.bottom(), plot.right(), plot.top());
    StringBuilder path = new StringBuilder();
    for (Calibration.Bin bin : calibration.bins()) {
      path.append(path.length() == 0 ? 'M' : 'L').append(Figures.place(plot.x(bin.probability())));
      path.append(' ').append(Figures.place(plot.y(bin.share())));
    }
    out.empty("path", "class", "line thin s1", "d", path.toString());
    double most = calibration.bins().stream().mapToDouble(Calibration.Bin::weight).max().orElse(1);
    for (Calibration.Bin bin : calibration.bins()) {
      out.open(
          "circle",
          "class",
          "f1",
          "cx",
          Figures.place(plot.x(bin.probability())),
          "cy",
          Figures.place(plot.y(bin.share())),
          "r",
          Figures.place(Math.max(SMALLEST, LARGEST * Math.sqrt(bin.weight() / most))));
      String words =
          "said %s, is so %s, %s rows"
              .formatted(
                  Figures.percent(bin.probability()),
                  Figures.percent(bin.share()),
                  Figures.of(bin.weight()));
      out.element("title", words).close("circle");
    }
    out.close("svg").line();
  }
}
